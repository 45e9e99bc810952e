#!/usr/bin/env python3
"""Sets RelationDesk up on this computer, then runs it or checks it.

Needs Python 3.11 or later and nothing else: it makes its own environment in `.venv` from
`requirements.lock`, and on Debian and Ubuntu installs the system packages that Qt needs, saying which.
"""

from __future__ import annotations  # so that an old Python gets as far as the sentence that refuses it

import ctypes
import hashlib
import importlib.util
import os
import platform
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "made-from.txt"
LOCK = ROOT / "requirements.lock"
SHOW = ROOT / "build" / "show"
OLDEST, NEWEST = (3, 11), (3, 14)
SHOWN_PERSON = "Léa Marchetti"  # told of in resources/sample/people
SOURCES = ("src", "tests", "packaging", "dev.py")

# What Qt loads at run time, and the Debian package that holds it.
DRAWING = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What the tests start: a screen that nobody sees, a message bus and a keychain of their own, and a witness of
# what a program asks the system for.
PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "dbus-run-session": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
    "strace": "strace",
}

# What `test` runs before the tests, from fast to slow.
FAST_STEPS = (
    ("format", ("-m", "ruff", "format", "--check", *SOURCES)),
    ("lint", ("-m", "ruff", "check", *SOURCES)),
    ("floors", ("-c", "from importlinter.cli import lint_imports_command as lint; lint()")),
    ("types", ("-m", "mypy")),
    ("wheel", ("packaging/wheel_check.py",)),
)


def stop(sentence: str) -> NoReturn:
    """Leave with one sentence on standard error and exit code 2."""
    print(f"dev.py: {sentence}", file=sys.stderr)
    raise SystemExit(2)


def python_refusal(version: tuple[int, int]) -> str:
    """Why this Python cannot run the program, or nothing when it can."""
    if OLDEST <= version <= NEWEST:
        return ""
    wanted = "RelationDesk needs Python {}.{} to {}.{}".format(*OLDEST, *NEWEST)
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    found = next((name for name in names if shutil.which(name)), None)
    advice = f"start it as: {found} dev.py" if found else "install one from python.org or your system"
    return "{}, and this is {}.{}: {}".format(wanted, *version, advice)


def has_display() -> bool:
    """Whether a window would be seen by somebody."""
    on_linux = sys.platform.startswith("linux")
    return not on_linux or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_loadable(library: str) -> bool:
    """Whether the system's loader finds `library`, wherever it came from."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(libraries: dict[str, str], programs: dict[str, str]) -> list[str]:
    """The Debian packages that this Linux lacks; none on other systems."""
    if not sys.platform.startswith("linux"):
        return []
    lacking = [package for name, package in libraries.items() if not is_loadable(name)]
    lacking += [package for name, package in programs.items() if not shutil.which(name)]
    if not environment_fits() and not importlib.util.find_spec("ensurepip"):
        lacking.append("python{}.{}-venv".format(*sys.version_info))
    return lacking


def install_packages(packages: list[str]) -> None:
    """Install Debian packages, or say the line that does and leave with 2."""
    if not packages:
        return
    by_hand = f"sudo apt-get install -y {' '.join(packages)}"
    if not shutil.which("apt-get"):
        stop(f"this system lacks some libraries; on Debian this would bring them: {by_hand}")
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if prefix and not (shutil.which("sudo") and quietly(["sudo", "-n", "true"])):
        stop(f"some system packages are missing. Run this once, then the same again: {by_hand}")
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    apt_get = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    quietly([*apt_get, "update"])
    if not quietly([*apt_get, "install", "-y", "--no-install-recommends", *packages]):
        stop(f"apt-get could not install them (its words are above). By hand: {by_hand}")


def quietly(command: list[str]) -> bool:
    """Run a command that may only complain, and cannot ask; say whether it went well."""
    return subprocess.call(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) == 0


def program_of(venv: Path, name: str) -> str:
    """The path of a program inside a virtual environment."""
    return str(venv / "Scripts" / f"{name}.exe" if sys.platform == "win32" else venv / "bin" / name)


def stamp() -> str:
    """What the environment is made from: when it changes, the environment is made again."""
    locked = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{platform.python_implementation()} {platform.python_version()}\n{ROOT}\n{locked}\n"


def environment_fits() -> bool:
    """Whether `.venv` was made to the end, from this lock file, for this Python, in this place."""
    return STAMP.is_file() and STAMP.read_text("utf-8") == stamp()


def prepare_environment() -> None:
    """Make `.venv` from the lock file, unless it is there and fits."""
    if environment_fits():
        return
    print(f"Making the environment in {VENV} (once, a minute or two)", flush=True)
    if call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        stop("Python could not make a virtual environment (its words are above).")
    pip_install = python("-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet")
    if call([*pip_install, "--require-hashes", "-r", str(LOCK)]):
        stop("pip could not bring the packages (its words are above). The first set-up needs a network.")
    if call([*pip_install, "--no-deps", "--no-build-isolation", "-e", str(ROOT)]):
        stop("pip could not install RelationDesk itself (its words are above).")
    STAMP.write_text(stamp(), "utf-8")


def prepare(libraries: dict[str, str], programs: dict[str, str]) -> None:
    """Everything a verb needs before it starts."""
    install_packages(missing_packages(libraries, programs))
    prepare_environment()


def prepare_without_window() -> None:
    """Everything for a program that draws where nobody looks."""
    prepare(DRAWING, {})
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def python(*arguments: str) -> list[str]:
    """A command that runs the environment's Python."""
    return [program_of(VENV, "python"), *arguments]


def call(command: list[str]) -> int:
    """Run a command on this terminal, in the checkout, and give its exit code."""
    return subprocess.call(command, cwd=ROOT)


def run(arguments: list[str]) -> int:
    """Open the program; where nobody would see a window, do its work on a sample desk instead."""
    if has_display():
        prepare(DRAWING | WINDOW, {})
        return call(python("-m", "relationdesk", *arguments))
    prepare_without_window()
    if arguments and "--demo" not in arguments:
        return call(python("-m", "relationdesk", *arguments))
    return show_without_window()


def show_without_window() -> int:
    """Put a sample desk to work and leave what comes out in `build/show`."""
    print("There is no display here, so this shows the program's work on a sample desk, without its window.")
    if SHOW.exists():
        shutil.rmtree(SHOW)
    SHOW.mkdir(parents=True)
    desk = str(SHOW / "sample.desk")
    ours = python("-m", "relationdesk")
    newcomers, dossier = str(ROOT / "resources/sample/newcomers.vcf"), str(SHOW / "dossier.pdf")
    steps = (
        ("A sample desk of 60 invented people", [*ours, "demo", desk, "--people", "60"]),
        ("Newcomers from a card file", [*ours, "--desk", desk, "import", newcomers]),
        ("Whom to come back to today, and why", [*ours, "--desk", desk, "due"]),
        ("A dossier about one person", [*ours, "--desk", desk, "dossier", SHOWN_PERSON, "--to", dossier]),
        ("Pictures of the window", python("-m", "relationdesk.ui.shots", str(SHOW / "pictures"), "--few")),
    )
    for title, command in steps:
        print(f"\n{title}", flush=True)
        code = call(command)
        if code:
            return code
    print(f"\nThe sample desk, the dossier and the pictures are in {SHOW}")
    return 0


def test(arguments: list[str]) -> int:
    """Everything that has to be green, from fast to slow; given pytest arguments, only what they name."""
    prepare(DRAWING | WINDOW, PROGRAMS)
    if arguments:
        return call(python("-m", "pytest", *arguments))
    started = time.monotonic()
    if not all(passes(name, command) for name, command in FAST_STEPS):
        return 1
    print("tests:", flush=True)
    code = call(python("-m", "pytest", "-q", "-n", "2"))
    print(f"{'Failed' if code else 'All is well'} after {time.monotonic() - started:.0f} s")
    return code


def passes(name: str, arguments: tuple[str, ...]) -> bool:
    """Run one step and tell it in a line; a failure's output is shown whole."""
    started = time.monotonic()
    command = python(*arguments)
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode:
        sys.stdout.buffer.write(done.stdout)
        sys.stdout.buffer.write(done.stderr)
        print(f"{name}: failed ({shlex.join(arguments)})", flush=True)
        return False
    print(f"{name}: passed in {time.monotonic() - started:.1f} s", flush=True)
    return True


def write_lock(arguments: list[str]) -> int:
    """Write `requirements.lock` anew, keeping versions unless `--upgrade` is given."""
    prepare_environment()
    options = "--generate-hashes --universal --no-emit-index-url --no-annotate --no-header --quiet"
    compile_lock = ["uv", "pip", "compile", *options.split(), "--python-version", "3.11", "--group", "dev"]
    return call(python("-m", *compile_lock, "-o", str(LOCK), *arguments, "pyproject.toml"))


def tool(command: str, arguments: list[str]) -> int:
    """Run one of the project's own tools; none of them opens a window."""
    prepare_without_window()
    return call(python(*command.split(), *arguments))


def shots(arguments: list[str]) -> int:
    """Take a picture of every place, light and dark, in English and French."""
    return tool("-m relationdesk.ui.shots", arguments or ["shots"])


VERBS: dict[str, tuple[Callable[[list[str]], int], str]] = {
    "run": (run, "open RelationDesk; arguments go to the program (`run --demo`, `run due`)"),
    "test": (test, "format, lint, floors, types, wheel and tests; with pytest arguments only those tests"),
    "check": (test, "the same as `test`"),
    "bench": (partial(tool, "tests/benchmarks/run.py"), "measure speed and print a table"),
    "shots": (shots, "write a picture of every place into a folder (`shots` when none is named)"),
    "words": (partial(tool, "packaging/translations.py"), "bring the French catalogue up to date"),
    "lock": (write_lock, "write requirements.lock anew from pyproject.toml"),
}


def main(arguments: list[str]) -> int:
    """Do what the verb says; without one, say what there is."""
    if not arguments or arguments[0] not in VERBS:
        verbs = "".join(f"  {verb:6} {meaning}\n" for verb, (_, meaning) in VERBS.items())
        print(f"{__doc__}\n  python3 dev.py VERB [arguments]\n\n{verbs}\ntest --full takes the long counts.")
        return 0 if not arguments or arguments[0] in {"-h", "--help", "help"} else 2
    refusal = python_refusal(sys.version_info[:2])
    if refusal:
        stop(refusal)
    verb, *rest = arguments
    if verb in {"test", "check"} and "--full" in rest:
        rest.remove("--full")
        os.environ["RELATIONDESK_FULL"] = "1"
    return VERBS[verb][0](rest)


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
