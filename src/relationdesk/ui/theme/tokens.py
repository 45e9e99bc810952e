"""The colours and sizes of the window; nothing else names one.

Every text on its ground reaches WCAG AA (4.5:1; icons and large text 3:1) in both themes.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final


class Space(IntEnum):
    """Distances between things, in device-independent pixels."""

    TIGHT = 4
    SMALL = 8
    MEDIUM = 12
    LARGE = 16
    WIDE = 24
    HUGE = 32


class Radius(IntEnum):
    """How round a corner is, in pixels."""

    KEY = 4
    CHIP = 6
    CONTROL = 8
    CARD = 10


class FontSize(IntEnum):
    """The heights of letters, in pixels."""

    TINY = 11
    SMALL = 12
    BODY = 13
    HEADING = 15
    TITLE = 18
    DISPLAY = 22


class Weight(IntEnum):
    """The two weights of letters."""

    NORMAL = 400
    STRONG = 600


class Height(IntEnum):
    """How tall things are, in pixels; nothing that is clicked is lower than `HIT`."""

    CHIP = 19
    TALL_CHIP = 24
    HIT = 28
    CONTROL = 33
    EVENT = 44
    PERSON_ROW = 54
    TABLE_ROW = 38


class IconSize(IntEnum):
    """The sides of icons, in pixels."""

    TINY = 12
    SMALL = 14
    NORMAL = 16
    LARGE = 32


class AvatarSize(IntEnum):
    """The diameters of avatars, in pixels: on a board, in a list, on Today, in a composer, in a header."""

    TINY = 24
    ROW = 30
    CARD = 34
    COMPOSER = 40
    HEADER = 56


class Tint(StrEnum):
    """A colour of text or of an icon, by its meaning."""

    INK = "ink"
    INK2 = "ink2"
    INK3 = "ink3"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"


class Tone(StrEnum):
    """What a chip or a heading says about its content; never said by colour alone."""

    NEUTRAL = "neutral"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"
    ACCENT = "accent"


@dataclass(frozen=True, slots=True)
class Colours:
    """A colour of letters and the ground they stand on, as `#RRGGBB`."""

    ink: str
    ground: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as `#RRGGBB`."""

    name: str
    bg: str
    panel: str
    rail: str
    line: str
    selection: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    accent_hover: str
    accent_bg: str
    on_accent: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    bad: str
    bad_bg: str
    info: str
    info_bg: str

    @property
    def is_dark(self) -> bool:
        """Whether letters are lighter than their ground."""
        return self.name == "dark"

    def colour(self, tint: Tint) -> str:
        """The colour that stands for a meaning in this theme."""
        colour: str = getattr(self, tint.value)
        return colour

    def toned(self, tone: Tone) -> Colours:
        """The letters and ground of a chip of that tone."""
        if tone is Tone.NEUTRAL:
            return Colours(self.ink2, self.rail)
        return Colours(getattr(self, tone.value), getattr(self, f"{tone.value}_bg"))


LIGHT: Final = Tokens(
    name="light",
    bg="#FBF9F6",
    panel="#FFFFFF",
    rail="#F3EFE9",
    line="#E6DFD5",
    selection="#F1E7DD",
    ink="#23211E",
    ink2="#575047",
    ink3="#6F675D",
    accent="#A53E24",
    accent_hover="#8F341D",
    accent_bg="#F9E9E3",
    on_accent="#FFFFFF",
    ok="#346A42",
    ok_bg="#E6F1E7",
    warn="#7F5600",
    warn_bg="#FBF0D6",
    bad="#B3261E",
    bad_bg="#FBE6E4",
    info="#2C618A",
    info_bg="#E4EEF5",
)

DARK: Final = Tokens(
    name="dark",
    bg="#1B1A18",
    panel="#242220",
    rail="#151413",
    line="#38342F",
    selection="#322C27",
    ink="#EEE9E1",
    ink2="#B9B1A4",
    ink3="#A59C90",
    accent="#EC9376",
    accent_hover="#F2A78F",
    accent_bg="#3B2720",
    on_accent="#1B1A18",
    ok="#86C294",
    ok_bg="#223026",
    warn="#E2B65A",
    warn_bg="#352C19",
    bad="#F2938A",
    bad_bg="#3A2321",
    info="#8DBBDD",
    info_bg="#1F2C36",
)

AVATARS: Final = (
    Colours("#274561", "#C9D7E6"),
    Colours("#4A3160", "#D9CBE2"),
    Colours("#2F4A33", "#C9D8C5"),
    Colours("#6A2F1C", "#EBCDBF"),
    Colours("#5E4710", "#E6D5B0"),
    Colours("#1E4B46", "#C4DEDB"),
)
"""The grounds of initials, the same in both themes, so that a person keeps one colour."""
