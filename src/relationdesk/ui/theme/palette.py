"""The tokens as Qt's palette, and the way back from the palette to the tokens.

The application's palette is the one carrier of the current theme: whatever is painted by hand
asks it at the moment of painting, so nothing keeps a colour that has become wrong.
"""

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from relationdesk.ui.theme.tokens import DARK, LIGHT, Tokens

_MIDDLE_LIGHTNESS = 128
_Role = QPalette.ColorRole


def palette_of(tokens: Tokens) -> QPalette:
    """Qt's palette for a theme; what is disabled is written in the ink of hints."""
    palette = QPalette()
    for role, colour in _roles(tokens).items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.ink3))
    return palette


def tokens_in(palette: QPalette) -> Tokens:
    """The tokens that a palette was made from."""
    return DARK if palette.color(_Role.Window).lightness() < _MIDDLE_LIGHTNESS else LIGHT


def tokens_now() -> Tokens:
    """The tokens of the theme that the application shows at this moment."""
    return tokens_in(QGuiApplication.palette())


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: tokens.bg,
        _Role.WindowText: tokens.ink,
        _Role.Base: tokens.panel,
        _Role.AlternateBase: tokens.bg,
        _Role.Text: tokens.ink,
        _Role.PlaceholderText: tokens.ink3,
        _Role.Button: tokens.panel,
        _Role.ButtonText: tokens.ink,
        _Role.BrightText: tokens.on_accent,
        _Role.Highlight: tokens.selection,
        _Role.HighlightedText: tokens.ink,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.info,
        _Role.LinkVisited: tokens.info,
        _Role.ToolTipBase: tokens.panel,
        _Role.ToolTipText: tokens.ink,
        _Role.Light: tokens.panel,
        _Role.Midlight: tokens.rail,
        _Role.Mid: tokens.line,
        _Role.Dark: tokens.line,
        _Role.Shadow: tokens.line,
    }
