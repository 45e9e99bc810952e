"""The set-up script, tried as a person would: with other Pythons, bare machines and odd rights."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
LINUX_ONLY = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="installs packages on Linux only"
)


def dev_script_at(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev_script", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def dev(tmp_path: Path) -> ModuleType:
    """The script in a checkout of its own, with a lock file and no environment."""
    script = tmp_path / "dev.py"
    script.write_bytes((CHECKOUT / "dev.py").read_bytes())
    (tmp_path / "requirements.lock").write_text("thing==1.0\n", "utf-8")
    return dev_script_at(script)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the whole PATH, for invented programs."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def invent(programs: Path, name: str, script: str) -> None:
    program = programs / name
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)


def invent_env(programs: Path, calls: Path, exit_code: int) -> None:
    """An `env` that notes what it was to start, and ends as an apt-get would."""
    invent(programs, "env", f'echo "$@" >> {calls}; exit {exit_code}')


def finish_environment(dev: ModuleType) -> None:
    """An environment that counts as made."""
    dev.VENV.mkdir()
    dev.STAMP.write_text(dev.stamp(), "utf-8")


def borrow_python(dev: ModuleType) -> None:
    """An environment that is nothing but a link to the Python of this test."""
    interpreter = Path(dev.program_of(dev.VENV, "python"))
    interpreter.parent.mkdir(parents=True)
    interpreter.symlink_to(sys.executable)


def started_alone(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(CHECKOUT / "dev.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_alone_it_says_what_it_can_do():
    done = started_alone()

    assert done.returncode == 0
    for verb in ("run", "test", "check", "bench", "shots", "words", "lock"):
        assert f"\n  {verb} " in done.stdout


def test_a_verb_it_does_not_have_is_wrong_use():
    assert started_alone("fly").returncode == 2


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_a_fitting_python_is_not_refused(dev: ModuleType, version: tuple[int, int]):
    assert dev.python_refusal(version) == ""


@pytest.mark.parametrize("version", [(2, 7), (3, 9), (3, 10), (3, 15), (4, 0)])
def test_a_python_too_old_or_too_new_is_refused_with_the_ones_that_fit(
    dev: ModuleType, programs: Path, version: tuple[int, int]
):
    sentence = dev.python_refusal(version)

    assert "needs Python 3.11 to 3.14" in sentence
    assert f"this is {version[0]}.{version[1]}" in sentence


@LINUX_ONLY
def test_a_refusal_names_a_fitting_python_that_is_there(dev: ModuleType, programs: Path):
    invent(programs, "python3.12", "exit 0")

    assert "python3.12 dev.py" in dev.python_refusal((3, 9))


def test_the_versions_it_takes_are_those_of_the_project(dev: ModuleType):
    declared = (CHECKOUT / "pyproject.toml").read_text("utf-8")

    oldest, newest = dev.OLDEST, dev.NEWEST
    assert f'requires-python = ">={oldest[0]}.{oldest[1]},<{newest[0]}.{newest[1] + 1}"' in declared


@LINUX_ONLY
def test_libraries_that_cannot_be_loaded_are_missing_and_others_are_not(dev: ModuleType):
    finish_environment(dev)
    libraries = {"libc.so.6": "libc6", "libno-such-thing.so.9": "libno-such-thing9"}

    assert dev.missing_packages(libraries, {}) == ["libno-such-thing9"]


@LINUX_ONLY
def test_programs_that_are_not_on_the_path_are_missing(dev: ModuleType, programs: Path):
    finish_environment(dev)
    invent(programs, "xauth", "exit 0")

    assert dev.missing_packages({}, {"xauth": "xauth", "Xvfb": "xvfb"}) == ["xvfb"]


@LINUX_ONLY
def test_a_python_without_its_means_to_make_environments_lacks_a_package(dev: ModuleType):
    as_debian_ships_it = (
        "import importlib.util as util; found = util.find_spec;"
        "util.find_spec = lambda name: None if name == 'ensurepip' else found(name);"
        "import dev; print(dev.missing_packages({}, {}))"
    )

    done = subprocess.run(
        [sys.executable, "-c", as_debian_ships_it], cwd=dev.ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout == "['python{}.{}-venv']\n".format(*sys.version_info)


@LINUX_ONLY
def test_missing_packages_are_named_and_installed_without_a_question(
    dev: ModuleType, programs: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    calls = tmp_path / "calls.txt"
    invent(programs, "apt-get", "exit 0")
    invent(programs, "sudo", 'shift; exec "$@"')
    invent(programs, "true", "exit 0")
    invent_env(programs, calls, 0)

    dev.install_packages(["libegl1", "xvfb"])

    assert "Installing system packages: libegl1 xvfb" in capfd.readouterr().out
    update, install = calls.read_text("utf-8").splitlines()
    assert update.endswith("update")
    assert install.startswith("DEBIAN_FRONTEND=noninteractive")
    assert install.endswith("install -y --no-install-recommends libegl1 xvfb")


@LINUX_ONLY
def test_without_the_right_to_install_it_says_the_line_and_leaves_with_2(
    dev: ModuleType, programs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    invent(programs, "apt-get", "exit 0")
    invent(programs, "sudo", "exit 1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(SystemExit) as left:
        dev.install_packages(["libegl1", "xvfb"])

    assert left.value.code == 2
    assert "sudo apt-get install -y libegl1 xvfb" in capsys.readouterr().err


@LINUX_ONLY
def test_a_linux_without_apt_is_told_what_is_missing(
    dev: ModuleType, programs: Path, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as left:
        dev.install_packages(["libegl1"])

    assert left.value.code == 2
    assert "libegl1" in capsys.readouterr().err


@LINUX_ONLY
def test_an_install_that_fails_is_not_taken_for_one_that_went_well(
    dev: ModuleType, programs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    invent(programs, "apt-get", "exit 0")
    invent(programs, "sudo", 'shift; exec "$@"')
    invent(programs, "true", "exit 0")
    invent_env(programs, tmp_path / "calls.txt", 100)

    with pytest.raises(SystemExit) as left:
        dev.install_packages(["libegl1"])

    assert left.value.code == 2
    assert "could not install" in capsys.readouterr().err


def test_an_environment_fits_until_the_lock_file_changes(dev: ModuleType):
    assert not dev.environment_fits()
    finish_environment(dev)
    assert dev.environment_fits()

    dev.LOCK.write_text("thing==1.1\n", "utf-8")

    assert not dev.environment_fits()


def test_an_environment_that_was_not_finished_does_not_fit(dev: ModuleType):
    dev.VENV.mkdir()

    assert not dev.environment_fits()


def test_an_environment_carried_to_another_folder_does_not_fit(dev: ModuleType, tmp_path: Path):
    finish_environment(dev)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("dev.py", "requirements.lock"):
        (elsewhere / name).write_bytes((tmp_path / name).read_bytes())
    (tmp_path / ".venv").rename(elsewhere / ".venv")

    assert not dev_script_at(elsewhere / "dev.py").environment_fits()


@LINUX_ONLY
def test_a_display_is_one_of_x_or_wayland(dev: ModuleType, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not dev.has_display()

    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert dev.has_display()


@LINUX_ONLY
def test_a_failing_step_shows_its_whole_output(dev: ModuleType, capfd: pytest.CaptureFixture[str]):
    borrow_python(dev)

    assert not dev.passes("lint", ("-c", "print('line one'); print('line two'); raise SystemExit('why')"))

    told = capfd.readouterr().out
    for words in ("line one", "line two", "why", "lint: failed"):
        assert words in told


@LINUX_ONLY
def test_a_passing_step_is_one_line(dev: ModuleType, capfd: pytest.CaptureFixture[str]):
    borrow_python(dev)

    assert dev.passes("lint", ("-c", "print('much to say')"))

    assert capfd.readouterr().out.startswith("lint: passed in ")


def test_the_person_shown_without_a_window_is_in_the_sample(dev: ModuleType):
    told = "".join(path.read_text("utf-8") for path in (CHECKOUT / "resources/sample/people").glob("*.toml"))

    assert f'name = "{dev.SHOWN_PERSON}"' in told
