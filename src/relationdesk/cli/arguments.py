"""What can be typed after `relationdesk`. A verb that is not finished is not here."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from relationdesk import __version__
from relationdesk.cli.argparse_words import speak_our_language
from relationdesk.language.words import Language, _

TOLD_PEOPLE, MOST_PEOPLE = 60, 100_000


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The typed words, read; leaves with 2 and one line of help on a wrong use."""
    speak_our_language()
    return _parser().parse_args(words)


def language_wished(words: Sequence[str]) -> Language | None:
    """The language that `--lang` asks for, looked at first so that the help itself speaks it."""
    if not any(word.startswith("--l") for word in words):
        return None
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--lang", choices=[language.value for language in Language])
    try:
        wished = early.parse_known_args(list(words))[0].lang
    except argparse.ArgumentError:
        return None
    return Language(wished) if wished else None


def changes_desk(words: argparse.Namespace) -> bool:
    """Whether the verb changes the desk, and so belongs to the one process that does."""
    if words.verb == "import":
        return not words.dry_run
    return words.verb == "archive" and bool(words.read)


def needs_desk_alone(words: argparse.Namespace) -> bool:
    """Whether the verb belongs to the one process that changes the desk; a check may have to mend it."""
    return words.verb == "check" or (words.verb == "erase" and words.yes) or changes_desk(words)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="relationdesk",
        description=_(
            "A private desk for people who live by relationships. Without a verb, the window opens."
        ),
        add_help=False,
    )
    parser.add_argument("-h", "--help", action="help", help=_("show this help and leave"))
    parser.add_argument(
        "--version",
        action="version",
        version=f"RelationDesk {__version__}",
        help=_("say which version this is and leave"),
    )
    parser.add_argument(
        "--demo", action="store_true", help=_("open on a sample desk that is thrown away afterwards")
    )
    parser.add_argument("--desk", type=Path, metavar=_("FILE"), help=_("use this desk file"))
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar=_("FILE"),
        help=_("read the passphrase from this file instead of the keychain"),
    )
    parser.add_argument(
        "--lang", choices=[language.value for language in Language], help=_("speak English or French")
    )
    parser.add_argument(
        "--in-tray", action="store_true", help=_("start without a window, in the tray, and remind from there")
    )
    verbs = parser.add_subparsers(dest="verb", metavar=_("VERB"), title=_("verbs"))
    _coming_in(verbs)
    _going_out(verbs)
    _looking(verbs)
    _keeping(verbs)
    return parser


def _coming_in(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    bring = _verb(verbs, "import", _("bring people in from contact cards (.vcf) or tables (.csv)"))
    bring.add_argument("files", nargs="+", type=Path, metavar=_("FILE"))
    bring.add_argument("--dry-run", action="store_true", help=_("say what would come in, and write nothing"))
    bring.add_argument(
        "--report", type=Path, metavar=_("FILE"), help=_("write the doubtful and unreadable lines to a table")
    )
    bring.add_argument("--tag", default="", help=_("give everyone who comes in this tag"))
    demo = _verb(verbs, "demo", _("write a sample desk of invented people to a file"))
    demo.add_argument("file", type=Path, metavar=_("FILE"))
    demo.add_argument(
        "--people",
        type=_crowd,
        default=TOLD_PEOPLE,
        metavar="N",
        help=_("how many people are on it; beyond the first sixty they are made up by chance"),
    )


def _going_out(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    out = _verb(verbs, "export", _("write people as contact cards (.vcf), as a table, or as JSON"))
    out.add_argument("file", type=Path, metavar=_("FILE.{vcf,csv,xlsx,json}"))
    out.add_argument(
        "--view",
        metavar=_("QUERY"),
        help=_("only the people whom this filter, or the saved view of this name, lets through"),
    )
    archive = _verb(verbs, "archive", _("write the whole desk as one JSON file, or read such a file back"))
    archive.add_argument("file", type=Path, metavar=_("FILE"))
    archive.add_argument(
        "--read", action="store_true", help=_("read the archive into this desk, which must be empty")
    )
    dossier = _verb(verbs, "dossier", _("write a document about one person"))
    dossier.add_argument("person", metavar=_("PERSON"))
    dossier.add_argument("--to", type=Path, required=True, metavar=_("FILE.pdf"))
    dossier.add_argument("--face", choices=["internal"], default="internal", help=_("for whom it is made"))


def _looking(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    due = _verb(verbs, "due", _("say whom to come back to, and why"), json=True)
    due.add_argument("--until", type=_day, metavar=_("DATE"), help=_("up to this day (2026-12-31)"))
    search = _verb(
        verbs, "search", _("find people, organisations and texts, by words and filters"), json=True
    )
    search.add_argument("query", metavar=_("QUERY"))
    search.add_argument("--limit", type=_positive, default=20, metavar="N")


def _keeping(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    _verb(verbs, "check", _("check every page, link and index of the desk, and its backups"), json=True)
    backup = _verb(verbs, "backup", _("make a backup of the desk and prove it good"), json=True)
    backup.add_argument(
        "--to", type=Path, metavar=_("FOLDER"), help=_("put a copy of it into this folder as well")
    )
    restore = _verb(
        verbs,
        "restore",
        _("put a backup, or the desk of a bundle, in the place of the desk, which is kept aside"),
        json=True,
    )
    restore.add_argument("file", type=Path, metavar=_("FILE"))
    erase = _verb(
        verbs, "erase", _("say what is kept about a person and, with --yes, erase it for good"), json=True
    )
    erase.add_argument("person", metavar=_("PERSON"))
    erase.add_argument("--yes", action="store_true", help=_("erase it; this cannot be undone"))
    erase.add_argument("--keep-backups", action="store_true", help=_("leave the backups as they are"))


def _verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    help_text: str,
    *,
    json: bool = False,
) -> argparse.ArgumentParser:
    verb = verbs.add_parser(name, help=help_text, description=help_text, add_help=False)
    verb.add_argument("-h", "--help", action="help", help=_("show this help and leave"))
    if json:
        verb.add_argument("--json", action="store_true", help=_("print data for programs"))
    return verb


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            _("“{text}” is no day; write 2026-12-31").format(text=text)
        ) from error


def _crowd(text: str) -> int:
    if not text.isdecimal() or len(text) > len(str(MOST_PEOPLE)) or not 1 <= int(text) <= MOST_PEOPLE:
        raise argparse.ArgumentTypeError(_("“{text}” is not a number from 1 to 100,000").format(text=text))
    return int(text)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(_("“{text}” is not a number above 0").format(text=text))
    return int(text)
