"""An invented person with a long common history, and one with nothing but a name."""

from datetime import date, time
from decimal import Decimal

import pytest

from relationdesk.domain.card import AddressEntry, Birthday, ContactEntry, RoleEntry
from relationdesk.domain.money import Money
from relationdesk.domain.vocabulary import (
    Action,
    ContactKind,
    FormOfAddress,
    InteractionKind,
    PersonKind,
    Polarity,
    PreferenceCategory,
    PromiseSide,
    RelationKind,
    RewardKind,
    Source,
    Stage,
)
from relationdesk.dossier.content import (
    Dossier,
    Exclusivity,
    Face,
    Handle,
    HistoryEntry,
    KnownFact,
    Letterhead,
    Meeting,
    NextStep,
    OpenPromise,
    PartnershipLine,
    PersonHead,
    Preference,
    QuietTimes,
    Reach,
    Reading,
    Relation,
    Relationship,
    Rhythm,
    Together,
)

_MADE_ON = date(2026, 11, 24)


@pytest.fixture
def lea() -> Dossier:
    """A dossier with every part filled."""
    return Dossier(
        face=Face.INTERNAL,
        made_on=_MADE_ON,
        person=PersonHead(
            name="Léa Marchetti",
            pronouns="she/her",
            kinds=(PersonKind.INFLUENCER, PersonKind.BLOGGER),
            topics=("Trail running", "honest gear tests", "night runs"),
            roles=(RoleEntry("Altitude Mag", "contributor"),),
            city="Annecy",
            country="France",
            languages=("French", "English", "some Italian"),
            form_of_address=FormOfAddress.TU,
            birthday=Birthday(5, 3, 1994),
        ),
        letterhead=Letterhead(
            "Camille Ferrand",
            "Influencer relations",
            ("camille@ferrand-rp.example", "+33 6 39 98 00 01", "Lyon"),
        ),
        reach=_REACH,
        loves=_LOVES,
        donts=_DONTS,
        relationship=Relationship(
            Meeting(
                date(2024, 3, 16),
                "in the queue for coffee at the Salon du Running, both with wet shoes",
                "Noor Benali",
            ),
            Rhythm(14, date(2026, 11, 12), 28),
            Together(3, ("Olivade", "Salto", "Maison Calme"), date(2026, 6, 18)),
        ),
        facts=_FACTS,
        relations=(
            Relation("Noor Benali", RelationKind.FRIEND_OF),
            Relation("Théo Bastide", RelationKind.KNOWS, note="guest on his podcast"),
            Relation("Hugo Dray", RelationKind.MANAGES, outward=False),
        ),
        partnerships=_PARTNERSHIPS,
        exclusivities=(Exclusivity("Salto", "running shoes", date(2027, 1, 31)),),
        history=_HISTORY,
        promises=(
            OpenPromise(
                PromiseSide.I_OWE, "The trail shoes, size 39", date(2026, 11, 12), date(2026, 11, 20)
            ),
            OpenPromise(PromiseSide.THEY_OWE, "Her honest word on the winter jacket", date(2026, 11, 3)),
        ),
        next_steps=(
            NextStep(Action.SEND, "Send the trail shoes with a handwritten card", date(2026, 11, 20)),
            NextStep(Action.CALL, "Hear how the first run in the rain went", date(2026, 12, 4), time(17, 0)),
        ),
    )


@pytest.fixture
def nameonly() -> Dossier:
    """A dossier of somebody of whom nothing is known but the name."""
    return Dossier(Face.INTERNAL, _MADE_ON, PersonHead("Noor Benali"))


_REACH = Reach(
    contacts=(
        ContactEntry(ContactKind.EMAIL, "lea@trails.example", preferred=True),
        ContactEntry(ContactKind.PHONE, "+33 6 39 98 00 12", "mobile"),
        ContactEntry(ContactKind.LINK, "https://trails.example/journal", "blog"),
    ),
    addresses=(
        AddressEntry("parcels", "14 chemin des Crêtes", "Annecy", postcode="74000", country="France"),
    ),
    handles=(
        Handle(
            "Instagram",
            "@lea.trails",
            "https://social.example/lea.trails",
            (
                Reading(31_200, date(2025, 10, 2)),
                Reading(35_900, date(2026, 4, 8)),
                Reading(38_400, date(2026, 10, 14)),
            ),
        ),
        Handle("YouTube", "Léa Trails", "", (Reading(12_050, date(2026, 9, 1)),)),
    ),
    channels=("voice message", "e-mail", "direct message"),
    quiet=QuietTimes((6,), time(20, 0), time(8, 0), "Europe/Paris"),
)

_LOVES = (
    Preference(
        Polarity.LOVES,
        "Honest tests, in the rain if possible",
        PreferenceCategory.FORMAT,
        None,
        Source.THEY_SAID,
        date(2026, 11, 12),
    ),
    Preference(
        Polarity.LOVES,
        "Long formats with room for doubt",
        PreferenceCategory.FORMAT,
        source=Source.I_SAW,
        on=date(2026, 5, 2),
    ),
    Preference(
        Polarity.LIKES,
        "Being paid for more than two posts",
        PreferenceCategory.REWARD,
        Money(Decimal(400), "EUR"),
        Source.THEY_SAID,
        date(2026, 2, 9),
    ),
    Preference(
        Polarity.LIKES,
        "Small brands that repair what they sell",
        source=Source.THEY_SAID,
        on=date(2025, 9, 20),
    ),
)

_DONTS = (
    Preference(
        Polarity.REFUSES,
        "Scripts and approved wording",
        source=Source.THEY_SAID,
        on=date(2026, 6, 18),
    ),
    Preference(Polarity.REFUSES, "Nicotine, fast fashion", source=Source.THEY_SAID, on=date(2024, 3, 16)),
    Preference(Polarity.AVOIDS, "Calls without warning", source=Source.I_SAW, on=date(2025, 1, 8)),
)

_FACTS = (
    KnownFact("39, wide at the toes", "Shoe size", Source.THEY_SAID, date(2026, 11, 12)),
    KnownFact("Her brother runs the Annecy trail club", "", Source.THEY_SAID, date(2026, 11, 12)),
    KnownFact("Allergic to nuts", "", Source.THEY_SAID, date(2024, 10, 5)),
    KnownFact("Training for 100 km in May", "", Source.THEY_SAID, date(2026, 11, 12)),
)

_PARTNERSHIPS = (
    PartnershipLine(
        "Salto",
        "Night trail, two films",
        Stage.TALKING,
        RewardKind.PRODUCT_AND_FEE,
        Money(Decimal(900), "EUR"),
        date(2026, 10, 6),
    ),
    PartnershipLine(
        "Olivade",
        "A season with one pair of shoes",
        Stage.CLOSED,
        RewardKind.PRODUCT_AND_FEE,
        Money(Decimal(400), "EUR"),
        date(2026, 2, 9),
        date(2026, 6, 18),
        "Published on time, kept the disclosure. “Would do again without the script.”",
    ),
    PartnershipLine(
        "Maison Calme",
        "Tea for the hut, a gift",
        Stage.THANKED,
        RewardKind.GIFT,
        None,
        date(2025, 9, 1),
        date(2025, 9, 30),
        "A line in her newsletter that brought more letters than the films.",
    ),
    PartnershipLine(
        "Nordlicht",
        "Head torch, three stories",
        Stage.DECLINED,
        RewardKind.PAID,
        Money(Decimal("1250.50"), "EUR"),
        date(2025, 3, 3),
        date(2025, 3, 10),
        "Too many rules about what to say.",
    ),
)


def _happened(year: int, month: int, day: int, *what: object, **more: object) -> HistoryEntry:
    return HistoryEntry(date(year, month, day), *what, **more)  # type: ignore[arg-type]


_HISTORY = (
    _happened(
        2026,
        11,
        12,
        InteractionKind.EVENT,
        "Met at the Salon du Running",
        "Coffee, twenty minutes. Training for a 100 km in May. Wants to test **in the rain**, not on a "
        "treadmill. Her brother runs the Annecy club.",
        people=("Noor Benali",),
        place="Porte de Versailles",
    ),
    _happened(2026, 11, 12, PromiseSide.I_OWE, "The trail shoes, size 39"),
    _happened(
        2026,
        11,
        3,
        InteractionKind.EMAIL,
        "“Your piece on night running…”",
        "Wrote about her piece and asked nothing. She answered the same evening, three paragraphs long: she "
        "is *tired of launch lists* and glad when somebody has read to the end.",
    ),
    _happened(
        2026,
        10,
        6,
        InteractionKind.CALL,
        "Salto, first talk",
        "She would do two films if:\n\n- nobody sends her a script\n- the shoes have at least 60 km in them\n"
        "- the fee is settled before the first day\n\nFee named by her: 900 €.",
    ),
    _happened(
        2026,
        9,
        19,
        InteractionKind.PUBLICATION,
        "Night running, a beginner’s fear",
        "Her [essay](https://trails.example/journal/night) in Altitude Mag. Read it twice.",
    ),
    _happened(2026, 9, 2, InteractionKind.DIRECT_MESSAGE, "Good luck for the Aravis loop"),
    _happened(
        2026,
        7,
        21,
        InteractionKind.NOTE,
        "",
        "She finished **fourth** in the Aravis loop, and wrote about the first three.",
    ),
    _happened(
        2026,
        6,
        18,
        Stage.CLOSED,
        "Olivade × Léa",
        "Product and 400 €. Published on time, kept the disclosure. “Would do again without the script.”",
    ),
    _happened(2026, 6, 10, InteractionKind.EMAIL, "Thanked her for the last film"),
    _happened(
        2026,
        6,
        1,
        InteractionKind.PUBLICATION,
        "600 km in one pair",
        "Eleven minutes, of which two are about a blister. 41,000 views in the first week.",
    ),
    _happened(2026, 5, 2, InteractionKind.PUBLICATION, "What a sole remembers", "Second film of the season."),
    _happened(
        2026,
        4,
        8,
        InteractionKind.CALL,
        "Half-time with Olivade",
        "The client asked for a mention of the sale. She said no, politely, and was right: *the film "
        "is about wear, not about price*.",
    ),
    _happened(
        2026, 3, 14, InteractionKind.PARCEL, "Second pair, size 39", "Left at the bakery below her flat."
    ),
    _happened(
        2026,
        2,
        23,
        InteractionKind.MEETING,
        "Lunch in Annecy",
        "By the canal, the client with us. They understood each other within ten minutes; I should bring "
        "people together at a table more often.",
        people=("Inès Roche", "Hugo Dray"),
        place="Annecy",
    ),
    _happened(2026, 2, 9, Stage.AGREED, "Olivade × Léa"),
    _happened(
        2026,
        1,
        15,
        InteractionKind.DIRECT_MESSAGE,
        "Happy new year",
        "Voice message of two minutes. Laughed.",
    ),
    _happened(
        2025,
        12,
        4,
        InteractionKind.EVENT,
        "Dinner of the hut keepers",
        people=("Théo Bastide",),
        place="Chamonix",
    ),
    _happened(2025, 11, 20, InteractionKind.EMAIL, "Asked how her knee is"),
    _happened(
        2025, 10, 2, InteractionKind.NOTE, "", "Passed 31,000. She does not care, and says so; believe her."
    ),
    _happened(2025, 9, 30, Stage.THANKED, "Maison Calme × Léa"),
    _happened(
        2025,
        9,
        20,
        InteractionKind.PUBLICATION,
        "Letter from the hut",
        "One line about the tea; forty answers.",
    ),
    _happened(2025, 9, 1, InteractionKind.PARCEL, "Tea for the hut"),
    _happened(
        2025,
        6,
        11,
        InteractionKind.CALL,
        "An hour about nothing",
        "Her father’s orchard, the drought, why she does not want an agent."
        "\n\n> I would rather run less and mean it.",
    ),
    _happened(2025, 3, 10, Stage.DECLINED, "Nordlicht × Léa", "Too many rules about what to say."),
    _happened(
        2025,
        1,
        8,
        InteractionKind.CALL,
        "Rang without warning",
        "Bad idea. Voice message first, from now on.",
    ),
    _happened(
        2024,
        10,
        5,
        InteractionKind.MEETING,
        "Evening run along the lake",
        "Nuts in the cake: she cannot. Remember.",
    ),
    _happened(
        2024,
        3,
        16,
        InteractionKind.EVENT,
        "First met",
        "Introduced by Noor in the queue for coffee.",
        people=("Noor Benali",),
        place="Salon du Running",
    ),
)
