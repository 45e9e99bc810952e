import json
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest

from relationdesk.domain.card import AddressEntry, ContactEntry, RoleEntry
from relationdesk.domain.money import Money
from relationdesk.domain.suiting.judging import what_would_suit
from relationdesk.domain.suiting.record import Known, KnownFact, Leaning
from relationdesk.domain.vocabulary import (
    Action,
    ContactKind,
    InteractionKind,
    Polarity,
    PreferenceCategory,
    PromiseSide,
    RelationKind,
    Reward,
    RoleKind,
    Source,
    Stage,
)
from relationdesk.dossier.content import (
    DoNotContact,
    Face,
    HistoryEntry,
    Meeting,
    NextStep,
    OpenPromise,
    PartnershipLine,
    PersonHead,
    Preference,
    QuietTimes,
    Reach,
    Relation,
    Relationship,
    Rhythm,
    Together,
)
from relationdesk.dossier.phrases import money_text
from relationdesk.dossier.relationship import sentences
from relationdesk.dossier.wording import face_name, worded
from relationdesk.language.resources import resource
from relationdesk.language.words import Language, speaking

needs_french = pytest.mark.skipif(
    not resource("translations", "fr.mo").is_file(), reason="the French catalogue is not built yet"
)


def lines_of(section):
    return [line for group in section["groups"] for line in group["lines"]]


def test_the_relationship_is_told_in_three_sentences(lea):
    meeting, rhythm, together = worded(lea)["relationship"]["sentences"]

    assert meeting == (
        "You met on 16 March 2024, introduced by Noor Benali: in the queue for coffee at the Salon du "
        "Running, both with wet shoes."
    )
    assert rhythm == (
        "In the past year you were in touch 14 times, last on 12 November 2026; you would like it to be "
        "every 4 weeks."
    )
    assert together == (
        "Together you carried out 3 partnerships, for Olivade, Salto and Maison Calme, the last on "
        "18 June 2026."
    )


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (Relationship(), []),
        (Relationship(Meeting(), Rhythm(), Together(0)), []),
        (Relationship(Meeting(how="At a fair.")), ["How you met: At a fair."]),
        (Relationship(Meeting(introduced_by="Noor")), ["You met through Noor."]),
        (
            Relationship(rhythm=Rhythm(1, date(2026, 3, 1))),
            ["In the past year you were in touch once, last on 1 March 2026."],
        ),
        (Relationship(rhythm=Rhythm(0, date(2024, 3, 1))), ["You were last in touch on 1 March 2024."]),
        (
            Relationship(rhythm=Rhythm(ideal_gap_days=10)),
            ["You have not been in touch yet; you would like it to be every 10 days."],
        ),
        (
            Relationship(together=Together(1, ("Salto",))),
            ["Together you carried out one partnership, for Salto."],
        ),
        (
            Relationship(together=Together(6, tuple("ABCDEF"))),
            ["Together you carried out 6 partnerships, for A, B, C and D among others."],
        ),
    ],
)
def test_what_is_not_known_is_not_told(known, told):
    assert sentences(known) == told


def test_the_words_are_plain_data(lea):
    assert json.loads(json.dumps(worded(lea))) == worded(lea)


def test_empty_parts_leave_no_trace(nameonly):
    words = worded(nameonly)

    assert words["history"]["months"] == []
    assert not {"side", "floating", "loves", "partnerships", "promises", "next", "warning"} & set(words)


def test_a_person_without_a_name_is_called_nameless(nameonly):
    assert worded(replace(nameonly, person=PersonHead(" \u200d\n")))["head"]["name"] == "Nameless"


def test_the_history_runs_from_the_newest_month_back(lea):
    months = worded(replace(lea, history=lea.history[::-1]))["history"]["months"]

    assert [month["name"] for month in months][:3] == ["November 2026", "October 2026", "September 2026"]
    assert [entry["day"] for entry in months[0]["entries"]] == ["12 Nov", "12 Nov", "3 Nov"]


def test_others_who_were_part_of_it_are_named(nameonly):
    entry = HistoryEntry(date(2026, 2, 3), InteractionKind.MEETING, people=("Inès", "Hugo"))
    (month,) = worded(replace(nameonly, history=(entry,)))["history"]["months"]

    assert month["entries"][0]["people"] == "With Inès and Hugo"


def test_money_is_exact_and_has_no_empty_cents():
    assert money_text(Money(Decimal(400), "EUR")) == "€400"
    assert money_text(Money(Decimal("1250.50"), "EUR")) == "€1,250.50"
    assert money_text(Money(Decimal("0.005"), "USD")) == "US$0.005"


def test_a_late_promise_says_by_how_much_and_on_which_day(nameonly):
    owed = OpenPromise(PromiseSide.I_OWE, "shoes", due=date(2026, 11, 20))
    expected = OpenPromise(PromiseSide.THEY_OWE, "a word", made_on=date(2026, 11, 3))
    groups = worded(replace(nameonly, promises=(expected, owed)))["promises"]["groups"]

    assert [group["label"] for group in groups] == ["You promised", "They promised"]
    assert groups[0]["lines"] == [{"text": "shoes", "small": "due 20 November 2026, 4 days late"}]
    assert groups[1]["lines"] == [{"text": "a word", "small": "promised on 3 November 2026"}]


def test_next_steps_come_in_the_order_of_their_days(nameonly):
    steps = (
        NextStep(Action.CALL, "later", date(2026, 12, 4), time(17, 0)),
        NextStep(Action.SEND, "sooner", date(2026, 11, 25)),
    )
    lines = lines_of(worded(replace(nameonly, next_steps=steps))["next"])

    assert lines == [
        {"text": "sooner", "small": "25 November 2026"},
        {"text": "later", "small": "4 December 2026, 17:00"},
    ]


def test_who_does_not_want_to_be_contacted_is_announced(nameonly):
    asked = replace(nameonly, do_not_contact=DoNotContact("wrote so", date(2026, 5, 1)))

    assert worded(asked)["warning"] == "Do not contact, since 1 May 2026: wrote so"


def test_ways_to_reach_can_be_followed_and_doubtful_ones_cannot(nameonly):
    reach = Reach(
        contacts=(
            ContactEntry(ContactKind.EMAIL, "lea@trails.example", preferred=True),
            ContactEntry(ContactKind.PHONE, "+33 6 39 98 00 12", "mobile"),
            ContactEntry(ContactKind.LINK, "javascript:alert(1)"),
        ),
        addresses=(AddressEntry(street="1 rue du Lac", postcode="74000", city="Annecy"),),
        quiet=QuietTimes((5, 6), time(20, 0), time(8, 0), "Europe/Paris"),
    )
    lines = lines_of(worded(replace(nameonly, reach=reach))["side"][0])

    assert lines == [
        {"text": "lea@trails.example", "href": "mailto:lea@trails.example", "aside": "preferred"},
        {"text": "+33 6 39 98 00 12", "href": "tel:+33639980012", "aside": "mobile"},
        {"text": "javascript:alert(1)"},
        {"text": "1 rue du Lac"},
        {"text": "74000 Annecy"},
        {"text": "Saturday and Sunday"},
        {"text": "from 20:00 to 08:00", "small": "Europe/Paris"},
    ]


def test_a_role_that_ended_stands_last_and_says_until_when(nameonly):
    day = nameonly.made_on
    roles = (
        RoleEntry("Sentier", "editor", until=date(2024, 6, 30)),
        RoleEntry("Bivouac", until=day.replace(day=1)),
        RoleEntry("Altitude Mag", "columnist", until=day),
        RoleEntry("Agence Nord", kind=RoleKind.REPRESENTED_BY),
    )
    spoken = replace(nameonly, person=replace(nameonly.person, roles=roles))

    assert worded(spoken)["head"]["roles"] == [
        "columnist, Altitude Mag",
        "represented by Agence Nord",
        "editor, Sentier (until 2024)",
        "Bivouac (until 1 November 2026)",
    ]
    with speaking(Language.FRENCH):
        assert worded(spoken)["head"]["roles"][2:] == [
            "editor, Sentier (jusqu’en 2024)",
            "Bivouac (jusqu’au 1er novembre 2026)",
        ]


def test_people_around_stand_under_what_they_are_to_the_person(nameonly):
    circle = (
        Relation("Hugo", RelationKind.MANAGES, outward=False),
        Relation("Inès", RelationKind.KNOWS, note="since school"),
        Relation("Théo", RelationKind.KNOWS),
    )
    (section,) = worded(replace(nameonly, relations=circle))["floating"]

    assert section["groups"] == [
        {"label": "Is managed by", "lines": [{"text": "Hugo"}]},
        {"label": "Knows", "lines": [{"text": "Inès", "small": "since school"}, {"text": "Théo"}]},
    ]


def test_the_curve_of_an_audience_lies_between_nought_and_one(lea):
    (curve,) = [
        line["curve"] for section in worded(lea)["side"] for line in lines_of(section) if "curve" in line
    ]

    assert curve[0] == [0.0, 0.0]
    assert curve[-1] == [1.0, 1.0]


def test_a_partnership_says_when_in_few_words(nameonly):
    spans = [
        (date(2026, 2, 9), date(2026, 6, 18)),
        (date(2025, 2, 9), date(2026, 6, 18)),
        (date(2026, 6, 1), date(2026, 6, 18)),
        (date(2026, 6, 1), None),
        (None, date(2026, 6, 1)),
        (None, None),
    ]
    lines = tuple(PartnershipLine("Salto", "", Stage.AGREED, begun=start, ended=end) for start, end in spans)
    rows = worded(replace(nameonly, partnerships=lines))["partnerships"]["rows"]

    assert [row["when"] for row in rows] == [
        "Feb – Jun 2026",
        "Feb 2025 – Jun 2026",
        "Jun 2026",
        "since Jun 2026",
        "until Jun 2026",
        "",
    ]


@pytest.mark.parametrize("face", Face)
def test_every_face_has_a_name(face):
    assert face_name(face)


@needs_french
def test_the_words_come_in_the_language_of_the_reader(lea):
    with speaking(Language.FRENCH):
        words = worded(lea)

    assert words["language"] == "fr"
    assert words["footer"]["day"] == "24 novembre 2026"
    assert words["history"]["months"][0]["name"] == "Novembre 2026"
    assert words["partnerships"]["rows"][1]["money"] == "400\u00a0€"


def test_what_would_suit_stands_in_the_internal_brief_with_its_sources(lea):
    gift = Leaning(
        1, Polarity.LIKES, PreferenceCategory.REWARD, "", Source.THEY_SAID, date(2026, 9, 1), Reward.GIFT
    )
    shoes = KnownFact(2, "size 39", Source.I_SAW, date(2024, 1, 8))
    suits = what_would_suit(Known(leanings=(gift,), facts=(shoes,)), lea.made_on)

    told = worded(replace(lea, suits=suits))["suits"]

    assert told == {
        "title": "What would suit",
        "groups": [
            {"lines": [{"text": "A gift would suit.", "small": "They said so · 1 Sept"}]},
            {
                "label": "To ask next time",
                "lines": [{"text": "Still true: size 39?", "small": "I saw it · 8 Jan 2024"}],
            },
        ],
    }


def test_a_reward_is_named_by_its_kind(lea):
    paid = Preference(
        Polarity.LIKES,
        "",
        PreferenceCategory.REWARD,
        Money(Decimal(400), "EUR"),
        reward=Reward.PAID,
    )

    section = worded(replace(lea, loves=(paid,)))["loves"]

    assert [line["text"] for line in lines_of(section)] == ["paid, from €400"]
