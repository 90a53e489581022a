"""`python -m wodlang` does what `wod` does."""

from wodlang.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
