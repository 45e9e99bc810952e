"""Nothing readable at rest (promise 6)."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from needles import MARK, needle, places_with

from real_desk import clock_at
from relationdesk.desk.files import DeskFiles
from relationdesk.work.desks import opening
from running import PATIENCE_SECONDS, Surroundings, killed

NEEDLES = 2000 if os.environ.get("RELATIONDESK_FULL") else 200
PASSPHRASE = "zqxj four quiet green boats"
TESTS = Path(__file__).resolve().parents[1]
MUST_HOLD = {
    "person.display_name", "person.how_met", "interaction.text", "participant.line", "fact.value",
    "contact_point.value", "follow_up.reason", "promise.what", "partnership.lesson", "attachment.name",
    "setting.value", "draft.text", "import_batch.file_name", "my_details.signature", "tag.name",
}  # fmt: skip


class NoKeychain:
    def keep(self, _desk_id: str, _key: bytes) -> bool:
        return False


class Day:
    """A home in which a desk is used for a day, and a folder outside for what the user wants to have."""

    def __init__(self, folder: Path) -> None:
        self.looked_at, self.outside = folder / "all", folder / f"{MARK}-outside"
        self.outside.mkdir()
        self.around = Surroundings(self.looked_at)
        self.files = DeskFiles(self.looked_at / "home/data/RelationDesk/my.desk")
        self.files.desk.parent.mkdir(parents=True)
        made = opening.make(self.files, clock_at(), NoKeychain(), passphrase=PASSPHRASE)
        self.secrets = [made.desk.key.raw, made.recovery_code.encode(), PASSPHRASE.encode()]
        made.desk.close()
        self.columns: set[str] = set()
        self.given = 0

    @contextmanager
    def under_way(self, fault: str = "", count: int = NEEDLES) -> "Iterator[subprocess.Popen[str]]":
        """The program when everything was done; it is killed after the block."""
        script = TESTS / "faults" / "busy.py"
        words = [self.files.desk, PASSPHRASE, count, self.outside, fault]
        with subprocess.Popen(
            [sys.executable, str(script), *map(str, words)],
            env=self.around.variables | {"RELATIONDESK_TESTS": str(TESTS)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as child:
            try:
                said = (child.stdout.readline() if child.stdout else "").split()
                assert said[:1] == ["busy"], killed(child)
                self.given, self.columns = int(said[1]), set(said[2:])
                yield child
            finally:
                killed(child)

    def found(self) -> list[str]:
        """Where anything can be read."""
        return places_with(self.looked_at, self.secrets)

    def names(self) -> set[str]:
        """The kinds of file that there are."""
        return {path.suffix or path.name for path in self.looked_at.rglob("*") if path.is_file()}


def test_nothing_can_be_read_while_the_desk_is_open_nor_after_a_kill_nor_after_the_next_start(tmp_path: Path):
    day = Day(tmp_path)
    with day.under_way() as child:
        assert day.given >= NEEDLES
        assert day.columns >= MUST_HOLD
        assert {".desk", ".desk-wal", ".desk-shm", ".vault", ".log"} <= day.names()
        assert day.found() == []
        asked_for = {found.partition(":")[0] for found in places_with(day.outside)}
        assert {f"{MARK}.vcf", "desk.json", "window.vcf"} <= asked_for  # so they were there to be found
        child.send_signal(signal.SIGKILL)
        child.wait(PATIENCE_SECONDS)
    assert day.found() == []

    phrase = tmp_path / "phrase"
    phrase.write_text(PASSPHRASE)
    for verb in (
        ["search", needle(12)],
        ["import", day.outside / "window.vcf"],
        ["dossier", needle(1), "--to", "x"],
    ):
        day.around.ran("--desk", day.files.desk, "--passphrase-file", phrase, *verb)
    with day.around.window(day.files, "--passphrase-file", phrase) as child:
        killed(child, signal.SIGTERM)
    assert day.found() == []


def test_the_search_finds_what_is_written_openly(tmp_path: Path):
    day = Day(tmp_path)
    with day.under_way("temporary log unencrypted", 1):
        found = day.found()

    for place in ("passing/export.csv: utf-16-le", "relationdesk.log: utf-8", "my.copy: utf-8"):
        assert [one for one in found if one.endswith(place)], found
