"""What is taken out of a text as it comes in."""

import pytest

from relationdesk.domain.card import Card, ContactEntry
from relationdesk.domain.texts import clean, cleaned, many_lines, one_line
from relationdesk.domain.vocabulary import ContactKind

SEEN = (
    "Léa Marchetti",
    "Édouard-Noël d’Œuvre",
    "l’été : 10\N{NARROW NO-BREAK SPACE}€",
    "ليلى בן־דוד",
    "\N{MAN}\N{ZERO WIDTH JOINER}\N{HEAVY BLACK HEART}",
    "\N{WAVING BLACK FLAG}\N{TAG LATIN SMALL LETTER G}\N{CANCEL TAG}",
    "e\N{COMBINING ACUTE ACCENT}",
)
HIDDEN = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\x00\x07\x1b\x7f\x9b"


@pytest.mark.parametrize("text", SEEN)
def test_what_is_seen_stays(text):
    assert clean(text) == one_line(text) == many_lines(text) == text


@pytest.mark.parametrize(
    "hidden", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\x00\x07\x1b\x7f\x9b"]
)
def test_what_nobody_sees_or_turns_the_letters_round_goes(hidden):
    assert one_line(f"{hidden}No{hidden}or {hidden}") == many_lines(f"No{hidden}or{hidden}") == "Noor"


def test_a_line_stays_one_and_lines_stay_lines():
    typed = " first\r\n second\u2028third\tfourth "
    assert one_line(typed) == "first second third fourth"
    assert many_lines(typed) == "first\n second\nthird\tfourth"


def test_half_a_character_becomes_the_sign_for_one():
    assert one_line("Léa\ud83d") == "Léa\N{REPLACEMENT CHARACTER}"


def test_every_text_of_a_card_is_cleaned_and_nothing_else():
    card = Card(
        display_name="\u202elive",
        contacts=(ContactEntry(ContactKind.EMAIL, "noor\u2066@benali.example", preferred=True),),
        notes=("first\r\nsecond\x00",),
        tags=("autumn",),
    )
    assert cleaned(card) == Card(
        display_name="live",
        contacts=(ContactEntry(ContactKind.EMAIL, "noor@benali.example", preferred=True),),
        notes=("first\nsecond",),
        tags=("autumn",),
    )
