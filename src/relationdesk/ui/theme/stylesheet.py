"""The one style sheet of the application, made from the tokens.

Variants are dynamic properties: `role` of a QPushButton is `primary`, `secondary` or `quiet`, and
`compact` makes it small; `ground` of a QFrame is `card`, `rail` or `selection`; `look` of a QLabel
is one of `widgets.label.Look`. Whoever sets `event` on a widget makes its controls 44 px high.
"""

from string import Template

from PySide6.QtCore import QDir

from relationdesk.language.resources import resource
from relationdesk.ui.theme import stylesheet_parts as parts
from relationdesk.ui.theme.tokens import FontSize, Height, Radius, Space, Tokens, Weight


def stylesheet_of(tokens: Tokens) -> str:
    """The whole style sheet of a theme."""
    QDir.setSearchPaths("control", [str(resource("icons", "controls"))])
    return Template("\n".join(parts.ALL)).substitute(_names(tokens))


def _names(tokens: Tokens) -> dict[str, str | int]:
    colours = {name: getattr(tokens, name) for name in tokens.__slots__}
    return {
        **colours,
        **{f"space_{step.name.lower()}": int(step) for step in Space},
        **{f"radius_{step.name.lower()}": int(step) for step in Radius},
        **{f"font_{step.name.lower()}": int(step) for step in FontSize},
        **{f"weight_{step.name.lower()}": int(step) for step in Weight},
        "tab_gap": Space.LARGE + Space.TIGHT,
        # A border of one pixel above and below belongs to a control's height.
        "inner_control": Height.CONTROL - 2,
        "inner_hit": Height.HIT - 2,
        "inner_event": Height.EVENT - 2,
    }
