"""Bring the French catalogue up to date with the sentences in the code: `python3 dev.py words`.

Extracts every sentence, merges them into `resources/translations/fr.po` (a person then fills in what is
new) and compiles the `.mo` that the program reads.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
TRANSLATIONS = ROOT / "resources" / "translations"
KEYWORDS = {"_": None, "plural": (1, 2), "in_context": ((1, "c"), 2)}


def sentences() -> Catalog:
    """Every sentence of the program, with where it stands."""
    catalogue = Catalog(project="RelationDesk")
    found = extract_from_dir(str(ROOT / "src"), keywords=KEYWORDS, comment_tags=("Translators:",))
    for file, _line, message, comments, context in found:
        catalogue.add(message, auto_comments=comments, context=context, locations=[(f"src/{file}", None)])
    return catalogue


def french() -> Catalog:
    """The French catalogue as it is kept."""
    with (TRANSLATIONS / "fr.po").open("rb") as file:
        return read_po(file, locale="fr")


def compiled(catalogue: Catalog) -> bytes:
    """The form that the program reads."""
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def update() -> list[str]:
    """Merge, write and compile; returns the sentences that still lack French."""
    path = TRANSLATIONS / "fr.po"
    catalogue = french() if path.exists() else Catalog(locale="fr", project="RelationDesk")
    catalogue.update(sentences(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    with path.open("wb") as file:
        write_po(file, catalogue, width=110, sort_output=True, omit_header=False, include_lineno=False)
    (TRANSLATIONS / "fr.mo").write_bytes(compiled(catalogue))
    return [str(message.id) for message in catalogue if message.id and not all(_forms(message.string))]


def _forms(string: object) -> tuple[object, ...]:
    return tuple(string) if isinstance(string, list | tuple) else (string,)


if __name__ == "__main__":
    for lacking in update():
        print(f"not translated: {lacking}")  # noqa: T201 - a tool for the terminal
