"""What is read in before Today is on the screen: only what Today needs, so that a day begins at once."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HEAVY = {
    "alembic",
    "asyncio",
    "babel",
    "cryptography",
    "dateutil",
    "desktop_notifier",
    "docx",
    "email",
    "icalendar",
    "keyring",
    "multiprocessing",
    "phonenumbers",
    "pydantic",
    "python_calamine",
    "rapidfuzz",
    "segno",
    "sqlalchemy",
    "sqlmodel",
    "typst",
    "xlsxwriter",
}
"""Each takes from 10 to 500 ms to read in, and is wanted a moment later or not at all."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample desk, whose key is at hand."""
    path = tmp_path_factory.mktemp("desk") / "sample.desk"
    subprocess.run([sys.executable, "-m", "relationdesk", "demo", str(path)], check=True, capture_output=True)
    return path


def read_in_until_painted(desk: Path, language: str) -> Iterator[str]:
    """The modules that the program tells of having read in until it says that it has painted."""
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "RELATIONDESK_HOME": str(desk.parent),
        "RELATIONDESK_SAY_WHEN_PAINTED": "yes",
    }
    command = [
        sys.executable,
        "-X",
        "importtime",
        "-m",
        "relationdesk",
        "--desk",
        str(desk),
        "--lang",
        language,
    ]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, env=os.environ | surroundings, text=True
    ) as program:
        for line in program.stderr or ():
            if line.strip() == "painted":
                break
            if line.startswith("import time:"):
                yield line.rpartition("|")[2].strip()
            else:
                yield f"unexpected line: {line}"
        else:
            yield "the program ended unpainted"
        program.kill()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_heavy_is_read_in_before_today_is_painted(sample: Path, language: str):
    read_in = set(read_in_until_painted(sample, language))

    assert "relationdesk.ui.places.today.place" in read_in
    assert not [line for line in read_in if line.startswith(("unexpected", "the program"))]
    assert not {module.partition(".")[0] for module in read_in} & HEAVY


def test_the_other_places_are_read_in_after_today_is_painted(sample: Path):
    read_in = set(read_in_until_painted(sample, "en"))

    assert not [module for module in read_in if module.startswith("relationdesk.ui.places.people")]
    assert "relationdesk.desk.writer" not in read_in
