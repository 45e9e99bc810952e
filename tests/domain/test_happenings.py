import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.happenings import direction_told, kind_told
from relationdesk.domain.vocabulary import Direction, InteractionKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("called her, call friday 17h", InteractionKind.CALL),
        ("I called him twice", InteractionKind.CALL),
        ("Appelée ce matin", InteractionKind.CALL),
        ("J'ai appelé Léa", InteractionKind.CALL),
        ("J’ai appelé Léa", InteractionKind.CALL),
        ("met at the fair", InteractionKind.MEETING),
        ("Coffee, 20 min.", InteractionKind.MEETING),
        ("Déjeuner avec elle", InteractionKind.MEETING),
        ("wrote to him", InteractionKind.EMAIL),
        ("She published the episode", InteractionKind.PUBLICATION),
        ("Colis parti", InteractionKind.PARCEL),
        ("likes long formats", InteractionKind.NOTE),
        ("metal sculptures everywhere", InteractionKind.NOTE),
        ("", InteractionKind.NOTE),
    ],
)
def test_a_note_tells_what_kind_of_thing_happened(text, kind):
    assert kind_told(text) is kind


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("called her", Direction.BOTH),
        ("She wrote back", Direction.THEY_REACHED_OUT),
        ("wrote to her", Direction.I_REACHED_OUT),
        ("Elle a écrit", Direction.THEY_REACHED_OUT),
    ],
)
def test_a_note_tells_who_reached_out(text, direction):
    assert direction_told(text) is direction


@given(st.text())
def test_any_text_is_some_kind_of_note(text):
    assert kind_told(text) in InteractionKind
    assert direction_told(text) in Direction
