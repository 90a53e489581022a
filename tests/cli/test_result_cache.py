"""Results of earlier runs: used where nothing changed, never where something did."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from wodlang.cli import check_anew
from wodlang.cli.main import main
from wodlang.cli.results import file_state, index, unchanged, writing

WRONG = "session Pull\n  Deadlift 4x3 @ 87%\n  Pull-Up 3x8\n  Barbell Row 3x8\n"
CLEAN = "Back Squat 5x5 @ 80%\n"
PACK = """
[pack]
name = "house"
prefix = "HO"
version = "1.0.0"
description = "House rules"

[[rule]]
code = "HO101"
name = "too-many-sets-of-squats"
severity = "warning"
for-each = "exercise"
when = "pattern = squat and sets > 4"
message = "{sets} sets"
help = "do four"
why = "Time."
source = "Coach"
evidence = "opinion"
valid = ["Back Squat 3x5 @ 80%"]
invalid = [{ wod = "Back Squat 5x5 @ 80%", lines = [1] }]
"""

Check = Callable[..., tuple[int, int]]


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Check:
    """Runs `wod check` and gives its exit code and how many texts were checked anew."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WODLANG_CACHE", str(tmp_path / "cache"))
    true, counted = check_anew.workbench.check_text, [0]

    def counting(*arguments: object, **named: object) -> object:
        counted[0] += 1
        return true(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(check_anew.workbench, "check_text", counting)

    def run(*typed: str, output: str = "json") -> tuple[int, int]:
        before = counted[0]
        options = ["--output-format", output] if output else []
        return main(["check", *options, *typed]), counted[0] - before

    return run


def put(name: str, text: str, age: float = 60) -> None:
    """Write a file that is older than the doubt about young ones."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    if age:
        then = time.time() - age
        os.utime(path, (then, then))


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if all files had been written long ago: their times count at once."""
    monkeypatch.setattr(file_state, "GRANULARITY", 0)


def the_index() -> Path:
    (found,) = Path("cache/results").glob("*.index")
    return found


@pytest.mark.parametrize("output", ["json", "full", "concise"])
@pytest.mark.parametrize("text", [WRONG, CLEAN], ids=["findings", "clean"])
def test_an_unchanged_file_is_not_checked_again(
    check: Check, capsys: pytest.CaptureFixture[str], text: str, output: str
) -> None:
    put("a.wod", text)
    code = int(text == WRONG)
    assert check("a.wod", output=output) == (code, 1)
    first = capsys.readouterr().out
    for _ in range(3):
        assert check("a.wod", output=output) == (code, 0)
        assert capsys.readouterr().out == first


@pytest.mark.usefixtures("settled")
def test_clean_files_are_not_even_read(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.wod", CLEAN)
    check("a.wod", output="")
    monkeypatch.setattr("wodlang.cli.check_files.read_file", lambda path: pytest.fail("read"))
    assert check("a.wod", output="json") == (0, 0)
    monkeypatch.setattr("wodlang.cli.dispatch.dispatch", lambda typed: pytest.fail("dispatched"))
    assert check("a.wod", output="") == (0, 0)
    assert check("a.wod", output="full") == (0, 0)


def change_in_place(path: str) -> None:
    """The same length and the same time: only the time of the change of the inode tells."""
    before = os.stat(path)
    with open(path, "r+") as file:
        file.write(Path(path).read_text().replace("80%", "99%").replace("87%", "80%"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES = {
    "text": lambda: put("a.wod", WRONG + "  Leg Curl 3x12\n"),
    "text of the same length and time": lambda: change_in_place("a.wod"),
    "configuration": lambda: put("wod.toml", 'ignore = ["PC302"]\n'),
    "configuration above": lambda: put("../wod.toml", 'ignore = ["PC302"]\n'),
    "pyproject": lambda: put("pyproject.toml", '[tool.wod]\nignore = ["PC302"]\n'),
    "no index": lambda: the_index().unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("text", [WRONG, CLEAN], ids=["findings", "clean"])
def test_what_changed_is_checked_anew(
    check: Check, change: Callable[[], object], text: str, tmp_path: Path
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    os.chdir(work)
    put("a.wod", text)
    os.symlink("../cache", "cache")
    assert check("a.wod", output="")[1] == 1
    assert check("a.wod", output="")[1] == 0
    change()
    assert check("a.wod", output="")[1] == 1
    assert check("a.wod", output="")[1] == 0


@pytest.mark.usefixtures("settled")
def test_a_touched_file_is_known_by_its_content(check: Check) -> None:
    put("a.wod", CLEAN)
    put("wod.toml", 'ignore = ["PC302"]\n')
    check("a.wod", output="")
    put("a.wod", CLEAN, age=30)
    put("wod.toml", 'ignore = ["PC302"]\n', age=30)
    assert unchanged.check_unchanged(["a.wod"]) is None
    assert check("a.wod", output="") == (0, 0)
    assert unchanged.check_unchanged(["a.wod"]) == 0, "the new times were remembered"


def test_a_young_file_is_known_by_its_content_alone(check: Check) -> None:
    put("a.wod", CLEAN, age=0)
    check("a.wod", output="")
    assert file_state.UNCERTAIN in the_index().read_text()
    assert unchanged.check_unchanged(["a.wod"]) is None
    assert check("a.wod", output="") == (0, 0)


def test_other_options_are_another_result(check: Check) -> None:
    put("a.wod", WRONG)
    assert check("a.wod") == (1, 1)
    assert check("--ignore", "PC302,PC601,PC501", "a.wod") == (0, 1)
    assert check("--fail-level", "error", "a.wod") == (0, 1)
    assert check("a.wod") == (1, 0)


DEPENDENCIES = {
    "pack in a file": (
        {"wod.toml": 'packs = ["./house.toml"]\n', "house.toml": PACK},
        "house.toml",
        PACK.replace("sets > 4", "sets > 9"),
    ),
    "pack in a folder": (
        {"wod.toml": 'packs = ["./rules"]\n', "rules/house.toml": PACK},
        "rules/second.toml",
        PACK.replace("HO", "HP").replace('"house"', '"second"').replace("too-many", "far-too-many"),
    ),
    "extends": (
        {"wod.toml": 'extends = ["base.toml"]\n', "base.toml": 'extends = ["deep.toml"]\n',
         "deep.toml": 'ignore = ["PC302"]\n'},
        "deep.toml",
        'ignore = ["PC601"]\n',
    ),
    "include": (
        {"gym.wod": "exercise Belt Squat Machine\n  like: Leg Press\n"},
        "gym.wod",
        "exercise Belt Squat\n  like: Leg Press\n",
    ),
    "include of an include": (
        {"gym.wod": "include deep.wod\n", "deep.wod": "exercise Thing\n  like: Leg Press\n"},
        "deep.wod",
        "exercise Thing\n  like: Back Squat\n",
    ),
    "include that comes to be": ({}, "gym.wod", "exercise Thing\n  like: Leg Press\n"),
    "mark of a project's root": (
        {"gym.wod": "exercise Thing\n  like: Leg Press\n"}, ".git", "gitdir: elsewhere\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "changed", "content"), DEPENDENCIES.values(), ids=DEPENDENCIES)
def test_what_a_result_follows_from_is_looked_at(
    check: Check, files: dict[str, str], changed: str, content: str
) -> None:
    put("a.wod", "include gym.wod\nBack Squat 5x5 @ 80%\n")
    for name, text in files.items():
        put(name, text)
    assert check("a.wod")[1] == 1
    assert check("a.wod")[1] == 0
    put(changed, content)
    assert check("a.wod")[1] == 1
    assert check("a.wod")[1] == 0


def test_a_pack_of_the_command_line_is_looked_at(check: Check) -> None:
    put("a.wod", CLEAN)
    put("house.toml", PACK)
    assert check("--pack", "./house.toml", "a.wod") == (1, 1)
    assert check("--pack", "./house.toml", "a.wod") == (1, 0)
    put("house.toml", PACK.replace("sets > 4", "sets > 9"))
    assert check("--pack", "./house.toml", "a.wod") == (0, 1)


@pytest.mark.parametrize("by_option", [True, False], ids=["--baseline", "configuration"])
def test_a_baseline_is_looked_at(check: Check, by_option: bool) -> None:
    put("a.wod", WRONG)
    put("empty.wod", CLEAN)
    main(["check", "--write-baseline", "base.json", "empty.wod"])
    options = ["--baseline", "base.json"] if by_option else []
    if not by_option:
        put("wod.toml", 'baseline = "base.json"\n')
    assert check(*options, "a.wod") == (1, 1)
    assert check(*options, "a.wod") == (1, 0)
    main(["check", "--write-baseline", "base.json", "a.wod"])
    assert check(*options, "a.wod")[0] == 0


def test_results_on_an_old_configuration_never_come_back(check: Check) -> None:
    put("a.wod", CLEAN)
    put("b.wod", CLEAN + "# b\n")
    put("wod.toml", 'packs = ["./house.toml"]\n')
    put("house.toml", PACK)
    assert check("a.wod", "b.wod") == (1, 2)
    put("house.toml", PACK.replace("sets > 4", "sets > 9"))
    assert check("a.wod") == (0, 1)
    assert check("b.wod") == (0, 1), "only a.wod was checked with the new rule"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("wod.toml", 'packs = ["./none.toml"]\n', id="a pack is missing"),
        pytest.param("wod.toml", 'ignore = ["XX999"]\n', id="a fault of the configuration"),
    ],
)
def test_a_run_with_a_fault_is_never_remembered(check: Check, name: str, text: str) -> None:
    put("a.wod", CLEAN)
    put(name, text)
    first = check("a.wod")
    assert first[0] == 2
    assert check("a.wod") == first


def test_a_crash_is_never_remembered(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.wod", CLEAN)

    def failing(*_: object, **__: object) -> object:
        raise RuntimeError("no")

    with monkeypatch.context() as patch:
        patch.setattr(check_anew.workbench, "check_text", failing)
        assert check("a.wod")[0] == 3
    assert check("a.wod") == (0, 1)


def test_no_cache_writes_and_reads_nothing(check: Check) -> None:
    put("a.wod", WRONG)
    check("--no-cache", "a.wod")
    assert not Path("cache/results").exists()
    assert check("--no-cache", "a.wod")[1] == 1


def with_checksum(body: bytes) -> bytes:
    return index._head(body) + b"\n" + body


def spoilt(content: bytes) -> dict[str, bytes]:
    """Indexes that nobody would write, most of them with a checksum that fits."""
    body = content.partition(b"\n")[2]
    code, roots, needed, grounds, files = body.split(b"\x1d")

    def made(needed: bytes = needed, grounds: bytes = grounds, files: bytes = files) -> bytes:
        return with_checksum(b"\x1d".join((code, roots, needed, grounds, files)))

    fields = files.split(b"\t")
    return {
        "empty": b"",
        "truncated": content[: len(content) // 2],
        "one bit": content[:-3] + bytes([content[-3] ^ 1]) + content[-2:],
        "noise": bytes(range(256)) * 40,
        "no sections": with_checksum(b""),
        "not UTF-8": with_checksum(b"\xff" + body),
        "no grounds": made(grounds=b""),
        "grounds without JSON": made(grounds=b"[[[[\t0 1"),
        "deep JSON": made(grounds=b"[" * 100_000 + b"\t0 1"),
        "numbers of nothing": made(grounds=b"[]\t77 x -4"),
        "too few fields": made(files=b"\t".join(fields[:3])),
        "no exit code": made(files=b"\t".join((*fields[:4], b"x", fields[5]))),
        "findings that are none": made(files=b"\t".join((*fields[:5], b'[[1,2,3]]'))),
        "findings of wrong types": made(
            files=b"\t".join(
                (*fields[:5], b'[["PC302",1,[],"error",{},[0,1],null,[],"",[]]]')
            )
        ),
        "a span behind the text": made(
            files=b"\t".join(
                (*fields[:5], b'[["A","b","c","error","d",[0,99999],"",[],"",[]]]')
            )
        ),
    }  # fmt: skip


KINDS = (
    "empty", "truncated", "one bit", "noise", "no sections", "not UTF-8", "no grounds",
    "grounds without JSON", "deep JSON", "numbers of nothing", "too few fields", "no exit code",
    "findings that are none", "findings of wrong types", "a span behind the text",
)  # fmt: skip


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", [WRONG, CLEAN], ids=["findings", "clean"])
def test_a_spoilt_index_is_rebuilt_in_silence(
    check: Check, capsys: pytest.CaptureFixture[str], kind: str, text: str
) -> None:
    put("a.wod", text)
    code = check("a.wod", output="")[0]
    told = capsys.readouterr()
    cases = spoilt(the_index().read_bytes())
    assert tuple(cases) == KINDS
    the_index().write_bytes(cases[kind])
    packs_alone = "JSON" in kind and text == CLEAN  # nobody asks for them in an unchanged run
    assert check("a.wod", output="") == (code, 0 if packs_alone else 1)
    assert capsys.readouterr() == told
    assert check("a.wod", output="") == (code, 0)


def test_an_index_that_is_a_pipe_or_a_folder_costs_the_cache_alone(check: Check) -> None:
    put("a.wod", CLEAN)
    check("a.wod", output="")
    path = the_index()
    path.unlink()
    os.mkfifo(path)
    assert check("a.wod", output="") == (0, 1)
    path.unlink()
    path.mkdir()
    assert check("a.wod", output="") == (0, 1)


def test_a_cache_folder_that_cannot_be_written_costs_the_cache_alone(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("a.wod", WRONG)
    put("file", "")
    for folder in ("/dev/full/cache", "file", "/proc/nowhere"):
        monkeypatch.setenv("WODLANG_CACHE", str(Path(folder).absolute()))
        assert check("a.wod") == (1, 1)


def test_files_that_are_gone_are_forgotten(check: Check) -> None:
    put("a.wod", CLEAN)
    put("b.wod", CLEAN)
    check("a.wod", "b.wod")
    os.unlink("b.wod")
    put("c.wod", CLEAN)
    check("a.wod", "c.wod")
    lines = the_index().read_text().split("\x1d")[4].split("\n")
    assert [line.partition("\t")[0] for line in lines] == ["a.wod", "c.wod"]


def test_the_index_is_bounded(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_FILES", 3)
    for name in "abcdef":
        put(f"{name}.wod", CLEAN)
    check(".")
    assert len(the_index().read_text().split("\x1d")[4].split("\n")) == 3


def test_the_folder_is_bounded(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_INDEXES", 2)
    put("a.wod", CLEAN)
    old = Path("cache/results/tmpabandoned")
    put(str(old), "half", age=2 * writing.ABANDONED)
    put("cache/results/tmpyoung", "half", age=0)
    for level in ("error", "warning", "info"):
        check("--fail-level", level, "a.wod")
    assert len(list(Path("cache/results").glob("*.index"))) <= 2
    assert [one.name for one in Path("cache/results").glob("tmp*")] == ["tmpyoung"]


def test_what_another_run_found_stays(check: Check) -> None:
    put("a.wod", CLEAN)
    put("b.wod", WRONG)
    check("a.wod")
    mine = the_index().read_bytes()
    the_index().unlink()
    check("b.wod")
    other = index.read_index(str(the_index()))
    own_path = the_index()
    own_path.write_bytes(mine)
    assert other is not None
    writing.write_index(str(own_path), other, {"b.wod"})
    assert check("a.wod", "b.wod") == (1, 0)


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("number", [1, 2])
def test_an_unchanged_run_says_what_the_full_report_says(
    check: Check, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    for one in range(number):
        put(f"{one}.wod", CLEAN)
    check(output="")
    told = capsys.readouterr().out
    assert unchanged.check_unchanged([]) == 0
    assert capsys.readouterr().out == told


def test_an_unchanged_run_imports_next_to_nothing(tmp_path: Path) -> None:
    put(str(tmp_path / "a.wod"), CLEAN)
    time.sleep(2.1)  # or the file is too young to be known by its times
    code = (
        "import sys\n"
        "from wodlang.cli.main import main\n"
        "main(['check', 'a.wod'])\n"
        "print(*sorted(sys.modules), file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", code]
    loaded: set[str] = set()
    for _ in range(3):
        done = run(command, tmp_path)
        assert done.returncode == 0, done.stderr
        loaded = set(done.stderr.split())
    heavy = {"lark", "rich", "pluggy", "importlib.metadata", "dataclasses", "typing", "argparse",
             "json", "hashlib", "re", "enum", "tempfile", "wodlang.workbench"}  # fmt: skip
    plain = run(
        [sys.executable, "-c", "import sys; print(*sys.modules, file=sys.stderr)"], tmp_path
    )
    assert not (loaded & heavy) - set(plain.stderr.split())


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=environment(folder), capture_output=True, text=True
    )


def environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "WODLANG_CACHE": str(folder / "cache"),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }


def test_parallel_runs_leave_a_whole_index(tmp_path: Path) -> None:
    for number in range(12):
        put(str(tmp_path / f"{number}.wod"), WRONG if number % 3 else CLEAN)
    command = [sys.executable, "-m", "wodlang", "check", "--output-format", "concise"]
    runs = [
        subprocess.Popen(
            [*command, *(f"{number}.wod" for number in range(start, start + 4))],
            cwd=tmp_path, env=environment(tmp_path), stdout=subprocess.PIPE,
        )
        for start in (0, 4, 8, 0, 4, 8)
    ]  # fmt: skip
    told = [one.communicate()[0] for one in runs]
    assert told[:3] == told[3:]
    (path,) = (tmp_path / "cache" / "results").iterdir()
    found = index.read_index(str(path))
    assert found is not None
    assert 4 <= len(found.files) <= 12
    again = run([*command, "."], tmp_path)
    assert again.stdout.encode() == b"".join(sorted(b"".join(told[:3]).splitlines(True), key=place))


def place(line: bytes) -> tuple[str, int, int]:
    name, row, column = re.match(rb"([^:]+):(\d+):(\d+)", line).groups()  # type: ignore[union-attr]
    return name.decode(), int(row), int(column)


def test_a_run_that_is_killed_while_it_writes_leaves_the_old_index(tmp_path: Path) -> None:
    """Killed at the worst moment: half of the draft is on the disk."""
    put(str(tmp_path / "a.wod"), WRONG)
    check_it = [sys.executable, "-m", "wodlang", "check", "--output-format", "json", "."]
    first = run(check_it, tmp_path)
    (path,) = (tmp_path / "cache" / "results").iterdir()
    before = path.read_bytes()
    put(str(tmp_path / "b.wod"), CLEAN)
    code = (
        "import os, signal, sys, tempfile\n"
        "from wodlang.cli.main import main\n"
        "true = os.fdopen\n"
        "class Half:\n"
        "    def __init__(self, file): self.file = file\n"
        "    def __enter__(self): return self\n"
        "    def __exit__(self, *_): pass\n"
        "    def write(self, content):\n"
        "        self.file.write(content[: len(content) // 2]); self.file.flush()\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "os.fdopen = lambda *given, **named: Half(true(*given, **named))\n"
        "sys.argv = ['wod']\n"
        "main(['check', '--output-format', 'json', '.'])\n"
    )
    # the same path of Python as `-m` has, so that both use one index
    killed = run([sys.executable, "-c", code.replace("main([", "sys.path[0] = os.getcwd(); main([")],
                 tmp_path)  # fmt: skip
    assert killed.returncode == -signal.SIGKILL
    assert path.read_bytes() == before
    os.unlink(tmp_path / "b.wod")
    again = run(check_it, tmp_path)
    assert (again.returncode, again.stdout) == (first.returncode, first.stdout)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_full_disk_costs_the_cache_alone(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("disk").mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", "disk"], check=False)
    if made.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        monkeypatch.setenv("WODLANG_CACHE", str(Path("disk/cache").absolute()))
        for number in range(200):
            put(f"{number}.wod", WRONG)
        for _ in range(2):
            assert check("--jobs", "1", ".") == (1, 200)
        assert list(Path("disk/cache").rglob("tmp*")) == [], "no draft is left to fill the disk"
    finally:
        subprocess.run(["umount", "disk"], check=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="another user is needed, for root may write all")
def test_a_read_only_cache_folder_costs_the_cache_alone(tmp_path: Path) -> None:
    put(str(tmp_path / "a.wod"), WRONG)
    (tmp_path / "cache").mkdir(mode=0o555)
    code = (
        "import os, sys\n"
        "from wodlang.cli.main import main\n"
        "typed = ['check', '--output-format', 'concise', sys.argv[1]]\n"
        "cache = os.environ['WODLANG_CACHE']\n"
        "main([*typed, '--no-cache'])  # all is imported while it may be read\n"
        "os.environ['WODLANG_CACHE'] = cache\n"
        "os.setuid(65534)\n"
        "raise SystemExit(main(typed))\n"
    )
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    done = run([sys.executable, "-c", code, str(tmp_path / "a.wod")], tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.count("PC302") == 2
    assert list((tmp_path / "cache").iterdir()) == []
