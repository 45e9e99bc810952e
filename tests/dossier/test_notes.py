import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.dossier.notes import blocks_of
from relationdesk.language.marked_text import safe_link


def text_in(tree):
    """Every printed text of a tree, in order."""
    if isinstance(tree, str):
        return tree
    if isinstance(tree, list):
        return "".join(map(text_in, tree))
    return "".join(
        text_in(each) for key, each in tree.items() if key in {"s", "spans", "items", "blocks", "lines"}
    )


def test_bold_italics_and_code_become_spans():
    assert blocks_of("a **b** *c* `d`") == [
        {
            "is": "text",
            "spans": [
                {"s": "a "},
                {"s": "b", "b": True},
                {"s": " "},
                {"s": "c", "i": True},
                {"s": " "},
                {"s": "d", "code": True},
            ],
        }
    ]


def test_lists_keep_their_order_and_their_first_number():
    (bullets,) = blocks_of("- one\n- two")
    (numbers,) = blocks_of("3. three\n4. four")

    assert (bullets["first"], len(bullets["items"])) == (0, 2)
    assert (numbers["first"], len(numbers["items"])) == (3, 2)


def test_a_link_shows_where_it_leads():
    ((words, target),) = [block["spans"] for block in blocks_of("[essay](https://trails.example/night)")]

    assert words == {"s": "essay", "href": "https://trails.example/night"}
    assert target == {"s": " (https://trails.example/night)", "small": True}


def test_a_file_of_the_desk_is_told_by_its_name_alone():
    note = f"[contract.pdf](attachment:{'0a' * 32}) ![shoe](attachment:{'0b' * 32})"
    assert text_in(blocks_of(note)) == "contract.pdf shoe"


def test_a_bare_link_is_not_told_twice():
    assert text_in(blocks_of("<https://trails.example>")) == "https://trails.example"


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        r"\\host\share",
        "smb://host/x",
        "https://x.example/" + "a" * 8192,
    ],
)
def test_only_the_web_mail_and_phones_can_be_followed(target):
    assert safe_link(target) == ""


@pytest.mark.parametrize(
    "text", ["<b>x</b>", "&amp;", "#let x", "$x$", "{0}", "%s", "<img src=file:/x>", "[a]: b"]
)
def test_what_is_no_markdown_stays_as_it_was_typed(text):
    assert text_in(blocks_of(text)) == text


def test_a_picture_is_told_by_its_words_and_never_loaded():
    assert blocks_of("![a shoe](https://x.example/p.png)") == [
        {"is": "text", "spans": [{"s": "a shoe", "i": True}]}
    ]


def test_a_note_nested_beyond_reason_is_kept_as_lines():
    blocks = blocks_of("> " * 2000 + "at the bottom\nlast")

    assert [block["is"] for block in blocks] == ["text", "text"]
    assert text_in(blocks).endswith("at the bottomlast")


def test_an_empty_note_has_no_blocks():
    assert blocks_of(" \n ") == []


@given(
    st.lists(
        st.sampled_from(["word", "**", "*", "_", "[x](y)", "\n", "\n\n", "- ", "> ", "1. ", "`", "    "])
    )
)
def test_no_typed_word_is_ever_lost(pieces):
    note = " ".join(pieces)

    assert text_in(blocks_of(note)).count("word") == note.count("word")
