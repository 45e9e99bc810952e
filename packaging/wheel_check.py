"""Builds the wheel, installs it where the checkout is out of reach, and uses it there."""

import shlex
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]


def use_the_wheel(folder: Path) -> None:
    """Make the wheel and an environment around it in `folder`, and do a first day's work with it.

    The environment borrows the packages of the one that runs this script, through a path file: that
    leaves out the link from there to the checkout.
    """
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=CHECKOUT, check=True)
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    places = sysconfig.get_paths("venv", {"base": str(environment), "platbase": str(environment)})
    pip = [sys.executable, "-m", "pip", "--python", str(environment), "install", "--quiet"]
    subprocess.run([*pip, "--no-index", "--no-deps", str(wheel)], check=True)
    borrowed = Path(places["purelib"]) / "borrowed.pth"
    borrowed.write_text(sysconfig.get_path("purelib") + "\n", "utf-8")

    relationdesk = str(Path(places["scripts"]) / "relationdesk")
    for arguments in (["--version"], ["demo", "try.desk"], ["--desk", "try.desk", "due"]):
        subprocess.run([relationdesk, *arguments], cwd=folder, check=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="relationdesk-wheel-") as place:
        try:
            use_the_wheel(Path(place))
        except subprocess.CalledProcessError as error:
            sys.exit(f"{shlex.join(error.cmd)} ended with {error.returncode}")
