"""Dossiers as PDF, beside the bare typesetting of the same words."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import typst
from figures import Figure, middle, milliseconds
from setting import USUAL, Setting

from relationdesk.domain.clock import FixedClock, today
from relationdesk.domain.ids import PersonId
from relationdesk.dossier.pdf import pdf_of
from relationdesk.dossier.wording import worded
from relationdesk.language.resources import resource
from relationdesk.system.keychain import NoKeychain
from relationdesk.work.desks import Reader, opening
from relationdesk.work.desks.machine import DeskFiles
from relationdesk.work.dossiers.commands import gathered, write_dossier

MANY = 100
_ROUNDS = 15
_A_SECOND = 15
_FULLEST = "SELECT person_id FROM participant GROUP BY person_id ORDER BY count(*) DESC, person_id LIMIT 1"


def dossiers(setting: Setting) -> Iterator[Figure]:
    """One dossier of the person with the longest history, and a hundred of everyone."""
    clock = FixedClock(datetime.now(UTC), ZoneInfo("Europe/Paris"))  # noqa: TID251 - the sample is made for today
    files = DeskFiles(setting.desk(USUAL))
    desk = opening.open_found(opening.find(files, NoKeychain()), clock)
    reader, day, path = desk.reader, today(clock), setting.folder / "dossier.pdf"
    person = PersonId(reader.number(_FULLEST))
    bare = _Bare(setting.passing() / "bare", reader, person, day)
    write_dossier(reader, person, path, today=day)
    bare.typeset()
    dossier = gathered(reader, person, today=day)
    ours, whole, floor = [], [], []
    for _ in range(_ROUNDS):
        ours.append(milliseconds(lambda: pdf_of(dossier)))
        whole.append(milliseconds(lambda: write_dossier(reader, person, path, today=day)))
        floor.append(milliseconds(bare.typeset))
    yield Figure(
        "h. one dossier, beside the bare typesetting", "ms", middle(ours), middle(floor), 1.5 * middle(floor)
    )
    yield Figure("h. the same, from the desk to the disk", "ms", middle(whole), middle(floor))
    people = reader.ids(f"SELECT id FROM person ORDER BY id LIMIT {MANY}")
    spent = [milliseconds(lambda each=each: write_dossier(reader, each, path, today=day)) for each in people]
    yield Figure("h. many dossiers", "a second", 1000 * MANY / sum(spent), None, _A_SECOND, at_least=True)
    yield Figure("h. longest wait for one to end", "ms", max(spent), None, 200)
    desk.close()


class _Bare:
    """The typesetting alone: the same layout, fonts and words, all of it ready beforehand."""

    def __init__(self, root: Path, reader: Reader, person: PersonId, day: date) -> None:
        root.mkdir()
        for template in ("internal.typ", "page.typ"):
            shutil.copyfile(resource("dossier", template), root / template)
        self._root = root
        self._day = day
        self._fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[resource("fonts")]
        )
        words = worded(gathered(reader, person, today=day)) | {"picture": "", "paper": "a4"}
        self._words = json.dumps(words)

    def typeset(self) -> bytes:
        return typst.compile(
            self._root / "internal.typ",
            root=self._root,
            font_paths=self._fonts,
            ignore_system_fonts=True,
            sys_inputs={"words": self._words, "picture": "[]"},
            timestamp=datetime.combine(self._day, time(12), UTC),
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
        )
