"""Bring the French catalogue up to date with the sentences in the code: `python3 dev.py words`.

Extracts every sentence, gives each the French that `resources/translations/fr.po` has for it, writes that
file anew (a person then fills in what is empty) and compiles the `.mo` that the program reads. The same
sentences and the same French always give the same bytes.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
TRANSLATIONS = ROOT / "resources" / "translations"
KEYWORDS = {"_": None, "plural": (1, 2), "in_context": ((1, "c"), 2)}
TITLE = """\
# The French of RelationDesk.
# This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
# The file is written by `python3 dev.py words`; the French in it is written by people.
#"""
HEADERS = [
    ("Project-Id-Version", "RelationDesk"),
    ("Language", "fr"),
    ("Plural-Forms", "nplurals=2; plural=(n > 1);"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
]


class Words(Catalog):
    """Sentences under a header that stays as it is: no dates, no addresses."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The lines of the header."""
        return HEADERS


def sentences() -> Words:
    """Every sentence of the program, with the modules it stands in and no French yet."""
    catalogue = Words(locale="fr", header_comment=TITLE, fuzzy=False)
    found = extract_from_dir(str(ROOT / "src"), keywords=KEYWORDS, comment_tags=("Translators:",))
    for file, _line, message, comments, context in found:
        catalogue.add(message, auto_comments=comments, context=context, locations=[(f"src/{file}", 0)])
    return catalogue


def french() -> Catalog:
    """The French catalogue as it is kept."""
    with (TRANSLATIONS / "fr.po").open("rb") as file:
        return read_po(file, locale="fr")


def in_french(kept: Catalog) -> Words:
    """Every sentence of the program, with the French that `kept` has for it."""
    catalogue = sentences()
    for message in catalogue:
        known = kept.get(message.id, message.context)
        if message.id and known and known.id == message.id:
            message.string = known.string
            message.user_comments = known.user_comments
    return catalogue


def written(catalogue: Words) -> bytes:
    """The form that people read and write."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=110, sort_output=True, include_lineno=False)
    return buffer.getvalue()


def compiled(catalogue: Words) -> bytes:
    """The form that the program reads."""
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def lacks_french(message: Message) -> bool:
    """Whether a form of the sentence has no French yet."""
    forms = message.string if isinstance(message.string, list | tuple) else [message.string]
    return bool(message.id) and not all(forms)


def update() -> list[str]:
    """Merge, write and compile; the sentences that still lack French."""
    catalogue = in_french(french())
    (TRANSLATIONS / "fr.po").write_bytes(written(catalogue))
    (TRANSLATIONS / "fr.mo").write_bytes(compiled(catalogue))
    return [str(message.id) for message in catalogue if lacks_french(message)]


if __name__ == "__main__":
    for lacking in update():
        print(f"not translated: {lacking}")  # noqa: T201 - a tool for the terminal
