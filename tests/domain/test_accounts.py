"""Accounts as they are typed or pasted, and what a number or an address is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.accounts import account_told
from relationdesk.domain.card import HandleEntry
from relationdesk.domain.contact_labels import kept_label, offered_labels, shown_label
from relationdesk.domain.profiles import account_text
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.language.words import Language, speaking


@pytest.mark.parametrize(
    ("typed", "platform", "told"),
    [
        ("@lea.trails", "insta", HandleEntry("Instagram", "lea.trails")),
        ("lea.trails", "TikTok", HandleEntry("TikTok", "lea.trails")),
        ("lea", "", HandleEntry("", "lea")),
        (
            "https://www.instagram.com/lea.trails/?hl=fr",
            "TikTok",
            HandleEntry("Instagram", "lea.trails", "https://www.instagram.com/lea.trails/?hl=fr"),
        ),
        ("youtube.com/@lea", "", HandleEntry("YouTube", "lea", "youtube.com/@lea")),
        ("tiktok: lea.runs", "", HandleEntry("TikTok", "lea.runs")),
        ("@lea.runs on TikTok", "", HandleEntry("TikTok", "lea.runs")),
        (
            "https://mastodon.example/@lea",
            "mastodon",
            HandleEntry("Mastodon", "lea@mastodon.example", "https://mastodon.example/@lea"),
        ),
        (
            "https://lea.example/trails/",
            "Blog",
            HandleEntry("Blog", "lea.example/trails", "https://lea.example/trails/"),
        ),
        ("The Long Way Up", "Podcast", HandleEntry("Podcast", "The Long Way Up")),
        ("@", "insta", None),
        ("  ", "insta", None),
    ],
)
def test_an_account_is_read_as_it_is_typed(typed: str, platform: str, told: HandleEntry | None):
    assert account_told(typed, platform) == told


@given(st.text(max_size=80), st.text(max_size=20))
def test_no_text_breaks_the_reading_of_an_account(typed: str, platform: str):
    told = account_told(typed, platform)

    assert told is None or told.name


def test_an_account_is_shown_as_people_write_it():
    assert account_text("Instagram", "lea.trails") == "@lea.trails"
    assert account_text("Blog", "lea.example") == "lea.example"
    assert account_text("Podcast", "The Long Way Up") == "The Long Way Up"


@pytest.mark.parametrize("language", list(Language))
def test_an_offered_label_is_kept_as_contact_cards_call_it_and_shown_again(language: Language):
    with speaking(language):
        for kind in (*ContactKind, None):
            for label in offered_labels(kind):
                assert shown_label(kept_label(label)) == label


def test_a_label_is_typed_in_the_users_language_or_in_that_of_cards():
    with speaking(Language.FRENCH):
        assert kept_label("  Travail ") == "work"
        assert kept_label("work") == "work"
        assert kept_label("chez  sa sœur") == "chez sa sœur"
        assert shown_label("work") == "travail"
        assert shown_label("chez sa sœur") == "chez sa sœur"
        assert kept_label("whatsapp") == "whatsapp"
        assert shown_label("whatsapp") == "WhatsApp"
