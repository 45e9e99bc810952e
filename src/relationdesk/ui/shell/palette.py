"""What the palette lists, row by row: people, texts and commands under their headings."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from relationdesk.domain.filters.reading import read_filter
from relationdesk.domain.folding import fold
from relationdesk.domain.ids import OrganisationId, PersonId
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import OrganisationKind
from relationdesk.language.dates import short_day, whole_number
from relationdesk.language.light_markup import Run
from relationdesk.language.words import _, plural
from relationdesk.ui.shell.commands import Command
from relationdesk.ui.widgets.key_hint import key_text
from relationdesk.ui.widgets.person_row import PersonLine, spoken_line
from relationdesk.work.organisations.queries import OrganisationLine
from relationdesk.work.search.marking import marked
from relationdesk.work.search.queries import MATCH_BEGINS, MATCH_ENDS, PERSON, Found

COMMANDS_ONLY: Final = ">"
MOST_PEOPLE: Final = 8
MOST_TEXTS: Final = 8
MOST_ORGANISATIONS: Final = 4
_MOST_COMMANDS: Final = 6
_TAB: Final = "Tab"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group; it cannot be chosen."""

    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about what was typed; it cannot be chosen."""

    text: str


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """A person, or a text about one, with the words that matched as strong runs."""

    person_id: PersonId
    plain_name: str
    name: tuple[Run, ...]
    detail: tuple[Run, ...]
    when: str

    @property
    def text(self) -> str:
        """The name."""
        return self.plain_name

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        detail = "".join(run.text for run in self.detail)
        return spoken_line(PersonLine(self.person_id, self.plain_name, detail, self.when))


@dataclass(frozen=True, slots=True)
class OrganisationChoice:
    """An organisation, with the words that matched as strong runs, what it is and how many belong to it."""

    organisation_id: OrganisationId
    plain_name: str
    name: tuple[Run, ...]
    detail: tuple[Run, ...]
    when: str = ""

    @property
    def text(self) -> str:
        """The name."""
        return self.plain_name

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        detail = "".join(run.text for run in self.detail)
        return spoken_line(PersonLine(PersonId(self.organisation_id), self.plain_name, detail))


@dataclass(frozen=True, slots=True)
class CommandChoice:
    """Something to do."""

    command: Command
    name: tuple[Run, ...]

    @property
    def text(self) -> str:
        """What it does."""
        return self.command.title

    @property
    def keys(self) -> str:
        """The keys that do the same, as they are written on screen."""
        return "" if self.command.keys is None else key_text(self.command.keys)

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        if not self.keys:
            return self.text
        return _("{command}, {keys}").format(command=self.text, keys=self.keys)


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """What the condition that is being typed could become; the first is taken by Tab."""

    text: str
    keys: str = ""

    @property
    def name(self) -> tuple[Run, ...]:
        """It as it is painted."""
        return (Run(self.text),)

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return self.text


Choice = PersonChoice | OrganisationChoice | CommandChoice | FilterChoice
PaletteRow = Heading | Told | Choice


def rows_found(
    typed: str,
    found: Sequence[Found],
    commands: Sequence[Command],
    today: date,
    completions: Sequence[str] = (),
    *,
    organisations: Sequence[OrganisationLine] = (),
    mistake: str = "",
    is_being_typed: bool = False,
) -> list[PaletteRow]:
    """What is shown for what was typed, and first what of it is not understood; commands alone after `>`.

    A mistake in the word that `is_being_typed` is told where nothing is found: it may be none yet.
    """
    words = _words(read_filter(typed).words)
    people = [one for one in found if one.kind == PERSON]
    texts = [one for one in found if one.kind != PERSON]
    matching = _matching(commands, words) if words or is_for_commands(typed) else []
    if not is_for_commands(typed):
        matching = matching[:_MOST_COMMANDS]
    rows: list[PaletteRow] = [
        *_group(_("People"), (_person(one, words, today) for one in people)),
        *_group(_("Organisations"), (_organisation(one, words) for one in organisations)),
        *_group(_("Texts"), (_text(one, today) for one in texts)),
        *_group(_("Commands"), (CommandChoice(one, matched_runs(one.title, words)) for one in matching)),
        *_group(
            _("Filters"),
            (FilterChoice(text, _TAB if place == 0 else "") for place, text in enumerate(completions)),
        ),
    ]
    is_told = mistake and not (is_being_typed and rows)
    return [Told(mistake), *rows] if is_told else rows


def rows_at_first(opened: Sequence[Found], commands: Sequence[Command], today: date) -> list[PaletteRow]:
    """What is shown before anything is typed: the people opened last, and the most useful commands."""
    useful = [CommandChoice(one, (Run(one.title),)) for one in commands if one.is_useful]
    return [
        *_group(_("Opened last"), (_person(one, [], today) for one in opened)),
        *_group(_("Commands"), useful),
    ]


def is_for_commands(typed: str) -> bool:
    """Whether commands alone are asked for."""
    return typed.lstrip().startswith(COMMANDS_ONLY)


def matched_runs(text: str, words: Sequence[str]) -> tuple[Run, ...]:
    """`text` with the beginnings that folded `words` match as strong runs."""
    return marked_runs(marked(text, words))


def marked_runs(snippet: str) -> tuple[Run, ...]:
    """A text in which the words that matched stand between the marks of the search."""
    runs = []
    for place, part in enumerate(re.split(f"[{MATCH_BEGINS}{MATCH_ENDS}]", snippet)):
        runs.append(Run(part, is_strong=place % 2 == 1))
    return tuple(run for run in runs if run.text)


def _words(typed: str) -> list[str]:
    return _WORD.findall(fold(typed))


def _matching(commands: Iterable[Command], words: Sequence[str]) -> list[Command]:
    return [command for command in commands if _is_meant(command, words)]


def _is_meant(command: Command, words: Sequence[str]) -> bool:
    names = [*_words(command.title), *_words(command.also)]
    return all(any(name.startswith(word) for name in names) for word in words)


def _group(title: str, choices: Iterable[Choice]) -> list[PaletteRow]:
    rows: list[PaletteRow] = list(choices)
    return [Heading(title), *rows] if rows else []


def _person(one: Found, words: Sequence[str], today: date) -> PersonChoice:
    name, detail = matched_runs(one.name, words), marked_runs(one.snippet)
    if words and not any(run.is_strong for run in (*name, *detail)):
        name = _nearly_matched_runs(one.name, words)
    return PersonChoice(one.person_id, one.name, name, detail, _when(one, today))


def _nearly_matched_runs(name: str, words: Sequence[str]) -> tuple[Run, ...]:
    """A name with the words as strong runs that misspelt ones were taken for."""
    from relationdesk.domain.likeness import nearest  # noqa: PLC0415 - the search read it in for such words

    there = _words(name)
    return matched_runs(name, [near for word in words for near in nearest(word, there)[:1]])


def _organisation(one: OrganisationLine, words: Sequence[str]) -> OrganisationChoice:
    kind = _("organisation") if one.kind is OrganisationKind.OTHER else term(one.kind)
    people = plural("{total} person", "{total} people", one.people, total=whole_number(one.people))
    detail = _("{what} · {people}").format(what=kind, people=people) if one.people else kind
    name = matched_runs(one.name, words)
    return OrganisationChoice(one.id, one.name, name, (Run(detail[:1].upper() + detail[1:]),))


def _text(one: Found, today: date) -> PersonChoice:
    return PersonChoice(
        one.person_id, one.name, (Run(one.name),), marked_runs(one.snippet), _when(one, today)
    )


def _when(one: Found, today: date) -> str:
    return short_day(one.day, today) if one.day else ""
