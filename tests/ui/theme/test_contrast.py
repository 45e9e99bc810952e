import re

import pytest

from relationdesk.language.resources import resource
from relationdesk.ui.theme.palette import palette_of, tokens_in
from relationdesk.ui.theme.stylesheet import stylesheet_of
from relationdesk.ui.theme.tokens import AVATARS, DARK, LIGHT, Tint, Tokens, Tone

TEXT, LARGE_OR_ICON = 4.5, 3.0
THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def texts_on_grounds(tokens: Tokens) -> dict[str, tuple[str, str]]:
    grounds = ("bg", "panel", "rail", "selection")
    inks = ("ink", "ink2", "ink3")
    pairs = {
        f"{ink} on {ground}": (getattr(tokens, ink), getattr(tokens, ground))
        for ink in inks
        for ground in grounds
    }
    pairs |= {
        f"{tone} on {ground}": (getattr(tokens, tone), getattr(tokens, ground))
        for tone in ("ok", "warn", "bad", "info", "accent")
        for ground in ("bg", "panel")
    }
    pairs |= {f"{tone} chip": (tokens.toned(tone).ink, tokens.toned(tone).ground) for tone in Tone}
    pairs["a primary button"] = (tokens.on_accent, tokens.accent)
    pairs["a primary button under the mouse"] = (tokens.on_accent, tokens.accent_hover)
    pairs["a count in the rail"] = (tokens.ink, tokens.line)
    return pairs


def rings_on_grounds(tokens: Tokens) -> dict[str, tuple[str, str]]:
    return {
        "a focus ring on a field": (tokens.accent, tokens.panel),
        "a focus ring on the page": (tokens.accent, tokens.bg),
        "a focus ring in the rail": (tokens.accent, tokens.rail),
        "a focus ring on a selected row": (tokens.accent, tokens.selection),
        "the focus ring of a primary button": (tokens.ink, tokens.bg),
        "the box of a choice": (tokens.ink3, tokens.bg),
        "a tick": (tokens.on_accent, tokens.accent),
    }


def test_the_measure_is_that_of_the_guideline():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@THEMES
def test_every_text_can_be_read_on_its_ground(tokens):
    pairs = texts_on_grounds(tokens)
    weak = {name: round(contrast(*pair), 2) for name, pair in pairs.items() if contrast(*pair) < TEXT}

    assert weak == {}


@THEMES
def test_every_focus_ring_and_mark_can_be_seen(tokens):
    pairs = rings_on_grounds(tokens)
    weak = {name: contrast(*pair) for name, pair in pairs.items() if contrast(*pair) < LARGE_OR_ICON}

    assert weak == {}


def test_initials_can_be_read_in_every_colour():
    assert min(contrast(colours.ink, colours.ground) for colours in AVATARS) >= TEXT


@THEMES
def test_every_tint_of_icons_is_a_colour_of_the_theme(tokens):
    assert all(re.fullmatch(r"#[0-9A-F]{6}", tokens.colour(tint)) for tint in Tint)


@THEMES
def test_the_style_sheet_names_no_colour_but_the_tokens(tokens):
    named = set(re.findall(r"#[0-9A-Fa-f]{6}\b", stylesheet_of(tokens)))

    assert named <= {getattr(tokens, name) for name in Tokens.__slots__}


@THEMES
def test_the_small_drawings_of_controls_have_the_colours_of_their_theme(tokens):
    strokes = {
        path.name: re.findall(r'stroke="(#\w+)"', path.read_text())
        for path in resource("icons", "controls").glob(f"*-{tokens.name}.svg")
    }
    expected = {name: [tokens.on_accent if name.startswith("check") else tokens.ink2] for name in strokes}

    assert len(strokes) == 5
    assert strokes == expected


@THEMES
def test_every_drawing_that_the_style_sheet_asks_for_is_there(tokens):
    asked = re.findall(r"url\(control:([^)]+)\)", stylesheet_of(tokens))

    assert asked
    assert all(resource("icons", "controls", name).is_file() for name in asked)


@THEMES
def test_the_palette_leads_back_to_its_tokens(qapp, tokens):
    assert tokens_in(palette_of(tokens)) is tokens
