import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relationdesk.domain.card import Card
from relationdesk.domain.folding import fold
from relationdesk.domain.introductions import cards_from

_WORDS = """
    Léa MARCHETTI marchetti lea@trails.example @lea.trails +33 6 39 98 00 12 0639980012 12,4k 38 000
    Annecy https://instagram.com/noor.shoots https://lea.example/a?b=c www.trails.example instagram Insta:
    TikTok (podcast) rédactrice editor chef at chez , ; | — - · ( ) < > : / 74000 rue 12 SE1 Sentier Magazine
    Ltd she "x" “y” On wrote: Bonjour, Cordialement, Sent from my iPhone > -- [ ] ... @ . 日本 José İstanbul
    d'Or O'Neil x.y a_b
"""
_BITS = st.sampled_from(_WORDS.split())
_TEXTS = st.lists(
    st.tuples(_BITS, st.sampled_from([" ", " ", ", ", "\n", "\n\n", "\t", ""])), max_size=25
).map(lambda bits: "".join(bit + gap for bit, gap in bits))
_NUMBER_IN_LIST = re.compile(r"\d{1,3}")
_UNDERSTOOD = {
    "at",
    "chez",
    "insta",
    "instagram",
    "tiktok",
    "podcast",
    "on",
    "redactrice",
    "editor",
    "0",
    "k",
    "4k",
}


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def everything(cards: tuple[Card, ...]) -> str:
    return fold(
        repr(cards).replace("\\n", "\n").replace("\\t", "\t").replace("\\'", "'").replace("\\\\", "\\")
    )


@settings(max_examples=400)
@given(st.one_of(st.text(max_size=300), _TEXTS))
def test_no_text_breaks_the_reading(text: str):
    for card in cards_from(text, region="FR"):
        assert card.display_name == card.display_name.strip()
        assert all(contact.value for contact in card.contacts)
        assert all(handle.name for handle in card.handles)
        assert all(role.organisation for role in card.roles)
        assert all(note.strip() for note in card.notes)


@settings(max_examples=600)
@given(_TEXTS)
def test_no_word_is_dropped(text: str):
    kept = everything(cards_from(text, region="FR"))
    digits = re.sub(r"\D", "", kept)
    lost = [word for word in words(text) if word not in kept and not (word.isdigit() and word in digits)]
    assert [word for word in lost if word not in _UNDERSTOOD and not _NUMBER_IN_LIST.fullmatch(word)] == []


def test_a_very_long_text_is_read_at_its_head_and_kept_whole():
    text = "Léa Marchetti\nlea@trails.example\n" + "a line of the letter\n" * 3000 + "the end"

    (card,) = cards_from(text, region="FR")

    assert (card.display_name, card.contacts[0].value) == ("Léa Marchetti", "lea@trails.example")
    assert card.notes[-1].endswith("the end")
    assert sum(note.count("a line of the letter") for note in card.notes) >= 2999


def test_a_very_long_line_is_kept_whole():
    (card,) = cards_from("Léa Marchetti, " + "mot " * 2000, region="FR")

    assert card.display_name == "Léa Marchetti"
    assert sum(note.count("mot") for note in card.notes) == 2000


def test_a_platform_followed_by_dots_is_no_account():
    (card,) = cards_from("INSTAGRAM ..", region="FR")

    assert card.handles == ()
    assert card.notes == ("INSTAGRAM ..",)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Léa Marchetti\n12 rue Royale, 74000 Annecy\n3 rue Basse, 69001 Lyon", "3 rue Basse, 69001 Lyon"),
        ("Léa Marchetti\tSentier\nrédactrice chez Montagne", "Montagne"),
        ("@lea.trails 00039", "00039"),
        ("@lea.trails 12, 74000", "74000"),
        ("@lea.trails OnTikTok", "OnTikTok"),
    ],
)
def test_what_has_no_room_on_the_card_is_a_note(text: str, kept: str):
    (card,) = cards_from(text, region="FR")

    assert kept in "\n".join(card.notes)


def test_a_blank_text_introduces_nobody():
    assert cards_from(" \n\t\n", region="FR") == ()


def test_a_torn_letter_is_replaced():
    (card,) = cards_from("L\ud800a Marchetti", region="FR")

    assert "\ufffd" in card.display_name + "".join(card.notes)
