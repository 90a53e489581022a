"""`wod completion`: the scripts as shells read them, asked for what they offer."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wodlang.cli.command_tree import command_tree
from wodlang.cli.commands import COMMANDS, PACK_COMMANDS
from wodlang.cli.completion import SHELLS, script
from wodlang.cli.installed_names import installed_names
from wodlang.report.reporter import BUILT_IN

Wod = Callable[..., Any]

ASKED = [
    # what is typed, what is offered among others, what is not
    pytest.param("wod ch", {"check"}, {"show"}, id="command"),
    pytest.param("wod pack ", {"list", "new", "check", "docs", "why"}, {"show"}, id="part"),
    pytest.param("wod check --out", {"--output-format", "--output-file"}, {"--jobs"}, id="option"),
    pytest.param("wod check --output-format ", set(BUILT_IN), {"text", "a.wod"}, id="format"),
    pytest.param("wod rule --output-format ", {"text", "json"}, {"sarif"}, id="other formats"),
    pytest.param("wod check --fail-level ", {"error", "warning", "info"}, set(), id="severity"),
    pytest.param(
        "wod check --profile posterior-chain/s", {"posterior-chain/strict"},
        {"posterior-chain/base"}, id="profile",
    ),
    pytest.param("wod check --select PC30", {"PC301", "PC302"}, {"PC101"}, id="rule"),
    pytest.param("wod check --select WOD1,PC30", {"WOD1,PC301"}, {"PC301"}, id="second rule"),
    pytest.param("wod check --ignore poster", {"posterior-chain"}, set(), id="pack as rule"),
    pytest.param(
        "wod rule unsupp", {"unsupported-row-after-hinge"}, {"PC302"}, id="rule by name"
    ),
    pytest.param("wod check ", {"a.wod", "D.WOD", "two words.wod"}, {"house.toml"}, id="programs"),
    pytest.param("wod check a.wod ", {"D.WOD"}, {"notes.txt"}, id="second program"),
    pytest.param("wod fmt ", {"a.wod"}, {"notes.txt"}, id="programs of fmt"),
    pytest.param("wod check --config ", {"house.toml", "notes.txt"}, set(), id="any file"),
    pytest.param("wod check --pack ", {"posterior-chain", "house.toml"}, {"a.wod"}, id="pack"),
    pytest.param("wod pack why house.toml ", {"a.wod"}, {"house.toml"}, id="second word"),
    pytest.param("wod pack why house.toml a.wod:1 PC1", {"PC101"}, {"PC301"}, id="third word"),
    pytest.param("wod schema ", {"findings", "program", "config"}, {"a.wod"}, id="schema"),
    pytest.param("wod config fail", {"fail-level"}, set(), id="key"),
    pytest.param("wod completion ", set(SHELLS), {"a.wod"}, id="shell"),
    pytest.param("wod pack new ", set(), {"a.wod", "config", "findings"}, id="a new name"),
]  # fmt: skip


def shell(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed (apt-get install {name})")
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Programs and other files, and the three scripts beside them in a folder of their own."""
    folder = tmp_path_factory.mktemp("completion")
    (folder / "here" / "sub").mkdir(parents=True)
    for name in ("a.wod", "D.WOD", "two words.wod", "house.toml", "notes.txt"):
        (folder / "here" / name).touch()
    for name in SHELLS:
        (folder / f"wod.{name}").write_text(script(name))
    (folder / "functions").mkdir()
    shutil.copy(folder / "wod.zsh", folder / "functions" / "_wod")
    return folder


def bash_offers(typed: str, folder: Path) -> set[str]:
    words = " ".join(f"'{word}'" for word in typed.split(" "))
    asked = (
        f"set -u; source {folder}/wod.bash; COMP_WORDS=({words}); "
        'COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 )); "$(complete -p wod | grep -o "_[a-z_]*wod")"; '
        "printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    return said(shell("bash"), "--norc", "-c", asked, cwd=folder / "here")


def fish_offers(typed: str, folder: Path) -> set[str]:
    asked = f"source {folder}/wod.fish; complete --do-complete '{typed}'"
    lines = said(shell("fish"), "--no-config", "-c", asked, cwd=folder / "here")
    return {line.partition("\t")[0] for line in lines}


def said(*command: str, cwd: Path) -> set[str]:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return set(done.stdout.splitlines())


@pytest.mark.parametrize(("typed", "offered", "others"), ASKED)
def test_bash_offers(typed: str, offered: set[str], others: set[str], folder: Path) -> None:
    found = bash_offers(typed, folder)
    assert offered <= found
    assert not others & found


@pytest.mark.parametrize(
    ("typed", "offered", "others"),
    [
        ("wod check --output-format=", set(BUILT_IN), {"a.wod", "text"}),
        ("wod check --output-format=sa", {"sarif"}, {"json"}),
        ("wod check --fail-level=w a", {"a.wod"}, {"D.WOD", "warning"}),
        ("wod check --config=hou", {"house.toml"}, {"a.wod"}),
        ("wod check --select=WOD1,PC30", {"WOD1,PC301"}, {"PC301"}),
    ],
)
def test_bash_offers_values_behind_an_equals_sign(
    typed: str, offered: set[str], others: set[str], folder: Path
) -> None:
    apart = re.sub(r"=(?=(.?))", lambda match: " = " if match[1].strip() else " =", typed)
    found = bash_offers(apart, folder)
    assert offered <= found
    assert not others & found
    if typed.count(" ") == 2:  # `=` is no break between words there
        lead = typed.split()[-1].partition("=")[0]
        assert {f"{lead}={one}" for one in offered} <= bash_offers(typed, folder)


def test_bash_completes_behind_an_equals_sign_as_somebody_types(folder: Path) -> None:
    import pexpect

    child = pexpect.spawn(
        shell("bash"), ["--norc", "--noprofile", "-i"], cwd=str(folder / "here"), encoding="utf-8",
        timeout=20, dimensions=(200, 500), env={"TERM": "dumb", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    child.sendline(f"bind 'set enable-bracketed-paste off'; source {folder}/wod.bash; echo re''ady")
    child.expect("ready")
    child.send("wod check --output-format=sar\t --fail-level=warn\t a.w\t\x01echo \n")
    child.expect("echo wod check --output-format=sarif  ?--fail-level=warning  ?a.wod")
    child.close(force=True)


@pytest.mark.parametrize(("typed", "offered", "others"), ASKED)
def test_fish_offers(typed: str, offered: set[str], others: set[str], folder: Path) -> None:
    found = fish_offers(typed, folder)
    assert offered <= found
    assert not others & found


@pytest.fixture(scope="module")
def zsh(folder: Path) -> Any:
    """An interactive zsh that has read the script; `offers` types a line and a tab."""
    import pexpect

    child = pexpect.spawn(
        shell("zsh"), ["-f", "-i"], cwd=str(folder / "here"), encoding="utf-8", timeout=20,
        dimensions=(200, 500), env={"TERM": "dumb", "PATH": "/usr/bin:/bin", "HOME": str(folder)},
    )  # fmt: skip
    child.sendline(
        f"PS1='>'; fpath=({folder}/functions $fpath); autoload -U compinit; compinit -u -D; "
        "LISTMAX=0; zstyle ':completion:*' list-separator '#'; print re''ady"
    )
    child.expect("ready")
    yield child
    child.close(force=True)


def zsh_shows(zsh: Any, typed: str) -> str:
    """All that a tab or two show behind what is typed."""
    zsh.send(f"{typed}\t\t")
    shown, last = "", time.monotonic()
    while time.monotonic() - last < 0.7:
        try:
            shown += zsh.read_nonblocking(65536, timeout=0.1)
            last = time.monotonic()
        except Exception as error:
            if type(error).__name__ != "TIMEOUT":
                raise
    zsh.send("\x15\x03")
    zsh.expect(">")
    return shown.replace("\\", "")


@pytest.mark.parametrize(
    ("typed", "offered", "others"), [ASKED[at] for at in (0, 1, 2, 3, 5, 7, 8, 11, 15, 16, 18)]
)
def test_zsh_offers(typed: str, offered: set[str], others: set[str], zsh: Any) -> None:
    """It shows the end of a word that has commas, and the line itself again."""
    shown = set(re.split(r"[\s#>]+", zsh_shows(zsh, typed)))
    ends = {part.rpartition(",")[2] for one in offered for part in one.split()}
    assert ends <= shown | {typed.split()[-1]}
    assert not (others - ends - set(typed.split())) & shown


@pytest.mark.parametrize("name", SHELLS)
def test_the_shell_finds_no_fault_in_its_script(name: str, folder: Path) -> None:
    said(shell(name), "-n", str(folder / f"wod.{name}"), cwd=folder)


def test_shellcheck_finds_fault_with_nothing_of_ours(folder: Path) -> None:
    """SC2199 in shtab's own part: a word that it takes for an array is none."""
    made = folder / "wod.bash"
    done = subprocess.run(
        ["shellcheck", "--shell=bash", "--format=json", made],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = json.loads(done.stdout)
    end = made.read_text().splitlines().index("# End Custom Preamble")
    assert not [one for one in found if one["line"] <= end]
    grave = {one["code"] for one in found if one["level"] in ("error", "warning")}
    assert grave <= {2199}


def test_every_command_and_option_is_in_the_tree() -> None:
    known = installed_names()
    text = script("bash")
    for command in (*COMMANDS, *PACK_COMMANDS):
        assert re.search(rf"_subparsers=\(.*\b{command.name}\b.*\)", text)
    assert command_tree(known).parse_args(["pack", "why", "a", "b:1"])


def test_the_command_prints_the_script(wod: Wod) -> None:
    for name in SHELLS:
        result = wod("completion", name)
        assert (result.code, result.out, result.err) == (0, script(name), "")
    assert wod("completion", "zsh").out.startswith("#compdef wod\n")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        pytest.param((), "write `wod completion SHELL`", id="none"),
        pytest.param(("bsh",), 'did you mean "bash"?', id="misspelt"),
        pytest.param(("powershell",), "the shells are bash, zsh, fish", id="another"),
        pytest.param(("bash", "zsh"), "one word too many", id="two"),
    ],
)
def test_without_a_shell(wod: Wod, typed: tuple[str, ...], told: str) -> None:
    result = wod("completion", *typed)
    assert (result.code, result.out) == (2, "")
    assert told in result.err


def test_a_broken_configuration_is_none_of_its_business(wod: Wod, here: Path) -> None:
    (here / "wod.toml").write_text("selct = [")
    assert wod("completion", "fish").err == ""
