"""Letters and digits as they are said aloud, over the telephone or across a room.

English uses the spelling alphabet of radio (ICAO), French the one that its post and telephone have used.
"""

from collections.abc import Mapping

from relationdesk.language.words import Language, current_language

_DIGITS: Mapping[Language, str] = {
    Language.ENGLISH: "zero one two three four five six seven eight nine",
    Language.FRENCH: "zéro un deux trois quatre cinq six sept huit neuf",
}
_LETTERS: Mapping[Language, str] = {
    Language.ENGLISH: (
        "Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa "
        "Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu"
    ),
    Language.FRENCH: (
        "Anatole Berthe Célestin Désiré Eugène François Gaston Henri Irma Joseph Kléber Louis Marcel Nicolas "
        "Oscar Pierre Quintal Raoul Suzanne Thérèse Ursule Victor William Xavier Yvonne Zoé"
    ),
}


def spelled(text: str) -> list[str]:
    """A word for each letter and digit of `text`, in the current language; other signs are passed over."""
    language = current_language()
    digits, letters = _DIGITS[language].split(), _LETTERS[language].split()
    said = dict(zip("0123456789", digits, strict=True)) | {word[0]: word for word in letters}
    return [said[sign] for sign in text.upper() if sign in said]
