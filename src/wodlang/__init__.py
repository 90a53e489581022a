"""wodlang: strength training as plain text, with a linter."""

__version__ = "0.1.0"
