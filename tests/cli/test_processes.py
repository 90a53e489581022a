"""Files checked in several processes: one order, no file lost, a clean end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from wodlang.cli import check_anew
from wodlang.cli.changing import texts
from wodlang.cli.changing.one_text import Task
from wodlang.cli.main import main
from wodlang.cli.worker_processes import in_processes

WRONG = "session Pull\n  Deadlift 4x3 @ 87%\n  Pull-Up 3x8\n  Barbell Row 3x8\n"


def put_many(folder: Path, number: int) -> None:
    for one in range(number):
        (folder / f"{one:03}.wod").write_text(WRONG + f"  Leg Curl 3x{one % 9 + 1}\n")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WODLANG_CACHE", "")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str, str]:
    code = main(["check", "--output-format", "json", *options])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_many_processes_say_what_one_says(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put_many(here, 70)
    monkeypatch.setattr(check_anew, "FEW", 20)
    alone = said(capsys, "--jobs", "1")
    assert alone[0] == 1
    for options in (("--jobs", "2"), ("--jobs", "3"), ()):
        assert said(capsys, *options) == alone


@pytest.mark.parametrize(
    ("files", "options", "several"),
    [
        pytest.param(check_anew.FEW, (), False, id="few"),
        pytest.param(check_anew.FEW + 1, (), True, id="many"),
        pytest.param(check_anew.FEW + 1, ("--jobs", "1"), False, id="one job"),
        pytest.param(3, ("--jobs", "2"), True, id="two jobs"),
    ],
)
def test_processes_are_started_for_many_files(
    here: Path, monkeypatch: pytest.MonkeyPatch, files: int, options: tuple[str, ...], several: bool
) -> None:
    put_many(here, files)
    started = []
    monkeypatch.setattr(check_anew, "_processors", lambda: 2)
    monkeypatch.setattr(
        "wodlang.cli.worker_processes.ProcessPoolExecutor.__init__",
        lambda *given, **named: started.append(given) or pytest.skip("started"),
    )
    try:
        main(["check", *options])
    except BaseException:
        assert several
    assert bool(started) == several


@pytest.mark.parametrize(
    ("jobs", "texts", "started"), [(1000, 5, 5), (1000, 10_000, 61), (3, 10, 3), (10**20, 900, 61)]
)
def test_there_are_never_more_processes_than_files_or_than_can_be(
    jobs: int, texts: int, started: int
) -> None:
    assert check_anew.processes_for(jobs, texts) == started


def kill_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 10


def kill_once(given: tuple[int, str]) -> int:
    number, mark = given
    if number == 3 and not os.path.exists(mark):
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 10


def test_a_task_that_kills_its_process_costs_no_other_its_result() -> None:
    worked = in_processes(kill_at_three, range(40), 2)
    assert worked.results == tuple(None if one == 3 else one * 10 for one in range(40))
    assert worked.deaths == 2, "once among others, once alone"


def test_a_process_that_is_killed_once_costs_nothing(tmp_path: Path) -> None:
    tasks = [(one, str(tmp_path / "mark")) for one in range(40)]
    worked = in_processes(kill_once, tasks, 2)
    assert worked.results == tuple(one * 10 for one in range(40))
    assert worked.deaths == 1


def test_a_process_that_dies_is_said(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put_many(here, 12)
    true = check_anew.workbench.check_text

    def deadly(text: str, path: str, *others: object) -> object:
        if path == "005.wod":
            os.kill(os.getpid(), signal.SIGKILL)
        return true(text, path, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(check_anew.workbench, "check_text", deadly)
    code, out, err = said(capsys, "--jobs", "2")
    assert code == 3
    assert "005.wod: the process that checked it ended at once" in err
    assert "Traceback" not in err
    assert '"files": 11' in out


def test_a_process_of_a_fixing_run_that_dies_is_said(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its files are done again, and whoever counts on the first figures is told."""
    put_many(here, 12)
    true = texts.work

    def deadly(task: Task) -> object:
        if task.path == "005.wod" and not Path("killed").exists():
            Path("killed").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return true(task)

    deadly.__module__, deadly.__qualname__ = texts.__name__, "work"  # as pickle looks it up
    monkeypatch.setattr(texts, "work", deadly)
    code = main(["check", "--diff", "--unsafe-fixes", "--jobs", "2"])
    out, err = capsys.readouterr()
    assert code == 3
    assert "a process of --jobs ended at once; its files were checked again" in err
    assert out.count("+++ ") == 12


def test_rules_that_crash_are_said_in_one_order(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put_many(here, 12)

    def crashing(text: str, path: str, *others: object) -> object:
        time.sleep(0.02 * (int(path[:3]) % 3))
        raise RuntimeError(path)

    monkeypatch.setattr(check_anew.workbench, "check_text", crashing)
    alone = said(capsys, "--jobs", "1")
    assert (alone[0], alone[2].count("RuntimeError: 0")) == (3, 12)
    for jobs in ("2", "5"):
        assert said(capsys, "--jobs", jobs) == alone


def start(folder: Path) -> subprocess.Popen[str]:
    """A run whose files take their time, in a group of its own."""
    code = (
        "import time\n"
        "from wodlang import workbench\n"
        "from wodlang.cli.main import main\n"
        "def slow(text, path, *others, true=workbench.check_text):\n"
        "    if path != '000.wod':\n"
        "        open(path + '.begun', 'w').close(); time.sleep(30)\n"
        "    return true(text, path, *others)\n"
        "workbench.check_text = slow\n"
        "raise SystemExit(main(['check', '--jobs', '2']))\n"
    )
    paths = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(
        [sys.executable, "-c", code], cwd=folder, env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def wait_for_work(folder: Path) -> None:
    for _ in range(600):
        if len(list(folder.glob("*.begun"))) >= 2:
            return
        time.sleep(0.1)
    pytest.fail("no process began")


def members(group: int) -> list[str]:
    """The processes of a group that still run."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, of = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
            except OSError:
                continue
            if int(of) == group and state != "Z":
                found.append(entry.name)
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at /proc")
@pytest.mark.parametrize(
    "ending",
    [
        pytest.param(lambda run: os.killpg(run.pid, signal.SIGINT), id="Ctrl-C"),
        pytest.param(lambda run: run.send_signal(signal.SIGINT), id="the first process alone"),
        pytest.param(lambda run: os.killpg(run.pid, signal.SIGTERM), id="SIGTERM"),
        pytest.param(lambda run: run.terminate(), id="SIGTERM to the first"),
        pytest.param(lambda run: run.kill(), id="kill -9"),
    ],
)
def test_a_run_that_is_ended_ends_with_all_its_processes(
    here: Path, ending: object, request: pytest.FixtureRequest
) -> None:
    put_many(here, 12)
    run = start(here)
    try:
        wait_for_work(here)
        assert callable(ending)
        ending(run)
        _, err = run.communicate(timeout=15)
        if "SIGTERM" in request.node.callspec.id:
            assert (run.returncode, err) == (-signal.SIGTERM, "")
        elif "kill" not in request.node.callspec.id:
            assert (run.returncode, err) == (130, "error: interrupted\n")
        for _ in range(50):
            if not members(run.pid):
                break
            time.sleep(0.1)
        assert members(run.pid) == []
    finally:
        for left in members(run.pid):
            os.kill(int(left), signal.SIGKILL)


def test_ctrl_c_in_the_middle_of_a_fork_is_not_lost() -> None:
    """Python only says on stderr what is raised there, and goes on."""
    code = (
        "import os, signal\n"
        "from wodlang.cli.worker_processes import in_processes\n"
        "os.register_at_fork(before=lambda: signal.raise_signal(signal.SIGINT))\n"
        "try:\n"
        "    print(in_processes(abs, range(40), 2))\n"
        "except KeyboardInterrupt:\n"
        "    print('interrupted')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("interrupted\n", "")


def test_every_process_says_the_same(tmp_path: Path) -> None:
    """Python gives sets of words another order in every process."""
    names = ("like: Leg Press", "Ss Pullups", "Bench Squat Row", "Cable Pres", "Dead Curl")
    (tmp_path / "a.wod").write_text("".join(f"{name} 3x5\n" for name in names))
    told = {
        subprocess.run(
            [sys.executable, "-m", "wodlang", "check", "--no-cache", "--output-format", "json"],
            cwd=tmp_path, capture_output=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": str(seed),
                 "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        ).stdout
        for seed in range(4)
    }  # fmt: skip
    assert len(told) == 1


HANDING_OVER = """
import multiprocessing.connection, os, signal, threading, time
from wodlang.cli.worker_processes import in_processes

Connection = multiprocessing.connection.Connection

def in_two_halves(self, data, *others, whole=Connection._send):
    middle = len(data) // 2 if len(data) > 1_000_000 else 0
    if middle:
        whole(self, data[:middle])
        open("half", "w").close()
        time.sleep(1)
    whole(self, data[middle:])

def much(task):
    return b"x" * 2_000_000

def interrupt():
    while not os.path.exists("half"):
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGINT)

Connection._send = in_two_halves
threading.Thread(target=interrupt).start()
try:
    in_processes(much, range(8), 2)
except KeyboardInterrupt:
    raise SystemExit(130)
"""


def test_ctrl_c_while_results_are_handed_over_ends_the_run(here: Path) -> None:
    """A process that is killed then leaves half a result, for whose rest the pool would wait."""
    Path("much.py").write_text(HANDING_OVER)
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        [sys.executable, "much.py"], timeout=60, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    assert done.returncode == 130, done.stderr
