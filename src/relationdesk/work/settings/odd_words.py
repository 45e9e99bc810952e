"""The words that are pointed out in a note: the lists that come with the program, and the user's own say."""

from functools import cache

from relationdesk.desk.desk import Desk
from relationdesk.desk.reader import Reader
from relationdesk.domain.hygiene import Listed, WordList, WordRules, read_list
from relationdesk.language.resources import resource
from relationdesk.work.settings.commands import remember_word_rules
from relationdesk.work.settings.queries import word_rules


@cache
def shipped_words() -> dict[str, Listed]:
    """The words of the lists that come with the program, of both languages at once."""
    words: dict[str, Listed] = {}
    for language in ("en", "fr"):
        words.update(read_list(resource("words", f"{language}.txt").read_text("utf-8")))
    return words


def word_list(reader: Reader) -> WordList:
    """The list that a note is looked through with, as the user wants it."""
    return WordList(shipped_words(), word_rules(reader))


def point_out(desk: Desk, word: str) -> None:
    """Point a word out from now on; one that was left alone is no longer."""
    rules = word_rules(desk.reader)
    also = (*(own for own in rules.also if own != word), word)
    remember_word_rules(desk, WordRules(also, tuple(own for own in rules.never if own != word)))


def leave_alone(desk: Desk, word: str) -> None:
    """Point a word out no more; one that the user had added goes."""
    rules = word_rules(desk.reader)
    never = (*(own for own in rules.never if own != word), word)
    remember_word_rules(desk, WordRules(tuple(own for own in rules.also if own != word), never))


def say_nothing_of(desk: Desk, word: str) -> None:
    """Forget what the user said of a word: the lists that come with the program decide again."""
    rules = word_rules(desk.reader)
    also, never = (tuple(own for own in said if own != word) for said in (rules.also, rules.never))
    remember_word_rules(desk, WordRules(also, never))
