"""Contact cards of invented people, as address books export them, for measuring."""

import random

_GIVEN = (
    "Léa",
    "Noor",
    "Camille",
    "Jonas",
    "Aïcha",
    "Tomás",
    "Maëlle",
    "Ibrahim",
    "Sofie",
    "Ewen",
    "Ōta",
    "Zoë",
)
_FAMILY = (
    "Marchetti",
    "Benali",
    "Kerouanton",
    "Lindqvist",
    "Okafor",
    "Dubois",
    "Sørensen",
    "Nakamura",
    "Price",
)
_CITIES = ("Nantes", "Lyon", "Bristol", "Gent", "Marseille", "Leeds", "Rennes", "Basel")
_HOUSES = ("Radio Marée", "Studio Hauturier", "The Long Table", "Éditions du Quai", "Northern Light Press")
_SEED = 7


def cards(count: int) -> bytes:
    """A file of `count` cards in vCard 3.0; the same for the same count."""
    chance = random.Random(_SEED)
    return "".join(_card(number, chance) for number in range(count)).encode()


def _card(number: int, chance: random.Random) -> str:
    given, family = chance.choice(_GIVEN), f"{chance.choice(_FAMILY)}-{number:05}"
    city = chance.choice(_CITIES)
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:card-{number}",
        f"N:{family};{given};;;",
        f"FN:{given} {family}",
        f"EMAIL;TYPE=INTERNET,WORK:person{number}@post{number % 97}.example",
        f"TEL;TYPE=CELL:+33 6 39 98 {number // 100 % 100:02} {number % 100:02}",
        f"ORG:{chance.choice(_HOUSES)}",
        "TITLE:Producer",
        f"ADR;TYPE=HOME:;;{number % 200 + 1} rue du Port;{city};;44000;France",
    ]
    if number % 3 == 0:
        lines.append(f"URL:https://show{number}.example/about")
    if number % 4 == 0:
        lines.append(f"NOTE:Met at the fair in {city}\\, wants to hear about the autumn issue.")
    if number % 5 == 0:
        lines.append(f"BDAY:19{60 + number % 40}-{number % 12 + 1:02}-{number % 28 + 1:02}")
    if number % 2 == 0:
        lines.append("CATEGORIES:podcast,sea")
    return "\r\n".join([*lines, "END:VCARD", ""])
