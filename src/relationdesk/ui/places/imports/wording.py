"""The words for what an import would do with a line, and for why."""

from datetime import date

from relationdesk.domain.card import Card
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.language.dates import day_in_full, whole_number
from relationdesk.language.words import _, in_context, plural
from relationdesk.ui.theme.tokens import Tone
from relationdesk.ui.widgets.chip import ChipText
from relationdesk.work.imports.preview import Standing
from relationdesk.work.imports.reading import ReportKind, RowReport
from relationdesk.work.people.likeness import Alike, Shared

_LONGEST_QUOTE = 80
_FEW = 2


def report_words(report: RowReport) -> str:
    """What was doubtful about a line, or why nobody came of it, quoting the file."""
    return _report_sentences()[report.kind].format(text=quoted(report.detail))


def quoted(detail: str) -> str:
    """What a file says, short enough to stand in a sentence."""
    line = " ".join(detail.split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE]}…"


def standing_chip(standing: Standing | None, *, is_second: bool = False) -> ChipText:
    """The chip of a line; None stands for a line that gave no person."""
    if is_second:
        return ChipText(_("a second person"), Tone.WARN)
    return {
        None: ChipText(_("not readable"), Tone.BAD),
        Standing.NEW: ChipText(in_context("import line", "new"), Tone.OK),
        Standing.KNOWN: ChipText(_("known already"), Tone.INFO),
        Standing.TRASHED: ChipText(_("in the trash"), Tone.WARN),
        Standing.ERASED: ChipText(_("erased before"), Tone.WARN),
        Standing.DOUBTFUL: ChipText(_("doubtful"), Tone.WARN),
    }[standing]


def counted_chip(standing: Standing | None, count: int) -> ChipText:
    """The chip that tells how many lines stand so, and shows them alone."""
    number = whole_number(count)
    texts = {
        None: plural("{count} line not readable", "{count} lines not readable", count, count=number),
        Standing.NEW: plural("{count} new", "{count} new", count, count=number),
        Standing.KNOWN: plural("{count} known already", "{count} known already", count, count=number),
        Standing.TRASHED: plural("{count} in the trash", "{count} in the trash", count, count=number),
        Standing.ERASED: plural("{count} erased before", "{count} erased before", count, count=number),
        Standing.DOUBTFUL: plural("{count} doubtful", "{count} doubtful", count, count=number),
    }
    return ChipText(texts[standing], standing_chip(standing).tone)


def all_chip(count: int) -> ChipText:
    """The chip that shows every line."""
    return ChipText(plural("All {count} line", "All {count} lines", count, count=whole_number(count)))


def standing_hint(standing: Standing | None) -> str:
    """What becomes of the lines that stand so."""
    return {
        None: _("Nobody comes of these lines. Save them as a file to look at them later."),
        Standing.NEW: _("They are not on the desk yet."),
        Standing.KNOWN: _("They are left as they are. A ticked one comes in as a second person."),
        Standing.TRASHED: _("Put them back from the trash. A ticked one comes in as a second person."),
        Standing.ERASED: _("They were erased from this desk. A ticked one comes in as somebody new."),
        Standing.DOUBTFUL: _(
            "New, with a value that can hardly be right. It is kept with a mark, never dropped."
        ),
    }[standing]


def alike_words(alike: Alike) -> str:
    """Who a line looks like, and why: `Léa Marchetti, same e-mail`."""
    if alike.is_trashed:
        sentences = _alike_in_trash()
    else:
        sentences = _alike_here() if alike.person_id is None else _alike_on_desk()
    return sentences[alike.shared].format(name=quoted(alike.name))


def erased_words(erased_on: date) -> str:
    """That somebody like this was erased, and when."""
    return _("Somebody reached or called like this was erased on {day}").format(day=day_in_full(erased_on))


def known_of(card: Card) -> str:
    """The quiet line below a name: how to reach them, where they publish, what about."""
    reached = next((c.value for c in card.contacts if c.kind is ContactKind.EMAIL), "")
    reached = reached or next((c.value for c in card.contacts if c.kind is ContactKind.PHONE), "")
    handle = next((f"@{h.name.lstrip('@')}" for h in card.handles), "")
    works = next((r.organisation or r.title for r in card.roles), "")
    parts = (reached, handle, ", ".join(card.topics[:_FEW]), works, card.city)
    return " · ".join(quoted(part) for part in parts if part)


def _alike_on_desk() -> dict[Shared, str]:
    return {
        Shared.EMAIL: _("{name}, same e-mail"),
        Shared.PHONE: _("{name}, same phone"),
        Shared.HANDLE: _("{name}, same account"),
        Shared.NAME: _("{name}, same name"),
    }


def _alike_in_trash() -> dict[Shared, str]:
    return {
        Shared.EMAIL: _("{name} in the trash, same e-mail"),
        Shared.PHONE: _("{name} in the trash, same phone"),
        Shared.HANDLE: _("{name} in the trash, same account"),
        Shared.NAME: _("{name} in the trash, same name"),
    }


def _alike_here() -> dict[Shared, str]:
    return {
        Shared.EMAIL: _("{name} earlier in this import, same e-mail"),
        Shared.PHONE: _("{name} earlier in this import, same phone"),
        Shared.HANDLE: _("{name} earlier in this import, same account"),
        Shared.NAME: _("{name} earlier in this import, same name"),
    }


def _report_sentences() -> dict[ReportKind, str]:
    return {
        ReportKind.UNREADABLE_LINE: _("this line could not be understood: “{text}”"),
        ReportKind.LINE_TOO_LONG: _("a line is far too long and was left out"),
        ReportKind.CARD_TOO_LONG: _("the card has too many lines; the rest was left out"),
        ReportKind.MISSING_END: _("the card breaks off before its end"),
        ReportKind.EMPTY_CARD: _("an empty card"),
        ReportKind.NOT_A_PERSON: _("a group or a list, not a person"),
        ReportKind.OUTSIDE_CARD: _("a line that belongs to no card: “{text}”"),
        ReportKind.NAMELESS: _("nothing that could be a name"),
        ReportKind.NAME_BORROWED: _("no name; called “{text}” for now"),
        ReportKind.REPEATED_IDENTITY: _("the same identity as the card on line {text}"),
        ReportKind.PICTURE_TOO_BIG: _("the picture is too big and was left out"),
        ReportKind.PICTURE_UNREADABLE: _("the picture could not be read and was left out"),
        ReportKind.PICTURE_ELSEWHERE: _("the picture lies on the network and was not fetched"),
        ReportKind.PICTURE_EXTRA: _("more than one picture; the first was kept"),
        ReportKind.BLOB_DROPPED: _("a sound, key or logo has no place here ({text})"),
        ReportKind.DOUBTFUL_EMAIL: _("“{text}” does not look like an e-mail address"),
        ReportKind.DOUBTFUL_PHONE: _("“{text}” does not look like a phone number"),
        ReportKind.DOUBTFUL_LINK: _("“{text}” does not look like a safe link"),
        ReportKind.IMPOSSIBLE_DATE: _("“{text}” is a day that does not exist"),
        ReportKind.AMBIGUOUS_DATE: _("“{text}” could be two days; choose its order under Columns"),
        ReportKind.UNREADABLE_DATE: _("no date to be found in “{text}”; kept as a fact"),
        ReportKind.UNREADABLE_NUMBER: _("no number to be found in “{text}”; kept as a fact"),
        ReportKind.UNREADABLE_HANDLE: _("no account to be found in “{text}”; kept as a fact"),
        ReportKind.UNREADABLE_ANSWER: _("neither yes nor no: “{text}”; kept as a fact"),
        ReportKind.FIELD_TOO_LONG: _("far too long for a field: “{text}”; kept as a fact"),
        ReportKind.FIELD_NOT_MADE: _("more new fields than one import may add: “{text}”; kept as a fact"),
        ReportKind.UNKNOWN_CURRENCY: _("an amount without its currency: “{text}”; kept as a fact"),
        ReportKind.UNKNOWN_PLATFORM: _("it is not said on which platform “{text}” is"),
        ReportKind.UNCLOSED_QUOTE: _("a quotation mark is never closed: “{text}”"),
        ReportKind.EXTRA_CELLS: _("a value beyond the last column, kept as a fact: “{text}”"),
        ReportKind.MIXED_ENCODING: _("letters of two encodings in one line"),
    }
