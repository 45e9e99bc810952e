import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from relationdesk.dossier.glyphs import drawable_characters
from relationdesk.dossier.legible import BREAK, breakable, legible, short


def test_the_bundled_fonts_draw_both_languages_and_emoji():
    assert set("Léa Œuvre ÇÀÉÈÙ àâçéèêëîïôùûüÿœæ « » … – — ’ € × → 🎉 👩 🇫 ❤") <= drawable_characters()


def test_marks_of_direction_controls_and_lone_surrogates_go():
    assert legible("a\u202eb\u2066c\u200ed\x00e\x1bf\ud800g\ufeffh") == "abcdefgh"


def test_line_ends_and_tabs_become_spaces():
    assert legible("a\nb\tc\u2028d") == "a b c d"


def test_a_character_without_a_glyph_leaves_a_visible_place():
    assert legible("\U00013000 x \ue000") == "\ufffd x \ufffd"


def test_a_pile_of_combining_marks_is_cut_and_says_so():
    piled = legible("e" + "\u0301" * 10_000 + "x")

    assert piled.endswith("…x")
    assert len(piled) < 20


def test_emoji_families_and_flags_stay_whole():
    text = "👨‍👩‍👧‍👦 🇫🇷 ❤️ 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"

    assert legible(text) == text


@given(st.text())
def test_whatever_comes_only_what_can_be_drawn_is_left(text):
    assert {c for c in legible(text) if not c.isspace() and unicodedata.category(c) != "Cf"} <= (
        drawable_characters() | {"…"}
    )


@given(st.text())
def test_breaks_change_nothing_but_where_a_word_may_end(text):
    assert breakable(text.replace(BREAK, "")).replace(BREAK, "") == text.replace(BREAK, "")


def test_a_long_address_may_break_after_its_punctuation():
    assert breakable("somebody.very.long@trails.example") == BREAK.join(
        ["somebody.", "very.", "long@", "trails.", "example"]
    )
    assert max(map(len, breakable("x" * 1000).split(BREAK))) == 20
    assert breakable("short@trails.example") == "short@trails.example"


def test_a_text_is_shortened_with_an_ellipsis():
    assert short("abcdef", 6) == "abcdef"
    assert short("abcdefg", 6) == "abcde…"
