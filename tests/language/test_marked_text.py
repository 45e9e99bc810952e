from hypothesis import given
from hypothesis import strategies as st

from relationdesk.language.marked_text import (
    LONGEST,
    Break,
    Code,
    Link,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
    blocks_of,
    is_marked,
)


def test_a_note_without_marks_is_read_as_it_was_typed():
    assert not is_marked("Coffee, 20 min.\nShe was late")
    assert blocks_of("Coffee\nlate\n\nBye") == (
        Paragraph((Span("Coffee"), Break(), Span("late"))),
        Paragraph((Span("Bye"),)),
    )


def test_each_kind_of_block_is_told_apart():
    note = "## Head\n\n- a\n- b\n\n> said\n\n```\nx = 1\n```\n\n***\n\nend"

    assert blocks_of(note) == (
        Paragraph((Span("Head"),), level=2),
        Listing(None, ((Paragraph((Span("a"),)),), (Paragraph((Span("b"),)),))),
        Quote((Paragraph((Span("said"),)),)),
        Code(("x = 1",)),
        Rule(),
        Paragraph((Span("end"),)),
    )


def test_an_address_becomes_a_link_without_the_full_stop_behind_it():
    (paragraph,) = blocks_of("See https://shoes.example/a.")

    address = "https://shoes.example/a"
    assert paragraph.inlines == (Span("See "), Link(address, (Span(address),)), Span("."))


def test_a_picture_keeps_what_it_names():
    assert blocks_of("![shoe](attachment:12)") == (Paragraph((Picture("attachment:12", "shoe"),)),)


def test_a_note_too_long_to_be_read_is_shown_line_by_line():
    blocks = blocks_of("**a**\n" * LONGEST)

    assert set(blocks) == {Paragraph((Span("**a**"),))}


@given(st.text(alphabet=st.sampled_from("ab*_`[]()<>#-!\n &1.")))
def test_any_note_can_be_read(note):
    assert isinstance(blocks_of(note), tuple)
