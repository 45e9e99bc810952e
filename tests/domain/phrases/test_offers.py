import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.phrases import FollowUpOffer, PromiseOffer, offers_in
from relationdesk.domain.phrases.offers import READ_AT_MOST
from relationdesk.domain.vocabulary import Action, PromiseSide

MONDAY = date(2026, 11, 23)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
WORDS = """
call,appeler,rappeler,relancer,la,lui,send,envoyer,friday,vendredi,monday,prochain,next,in,dans,3,deux
weeks,semaines,le,12,31,february,février,05/12,17h,17:30,at,5pm,midi,noon,I,promised,promis,:,she,j'ai,owe,dois,not
ne,pas,.,(,-,and,et,before,avant,end of,fin,mars,march,2027,9999,month,mois,tomorrow,yesterday
"""
days = st.dates()
scraps = st.lists(st.sampled_from(WORDS.replace("\n", ",").strip(",").split(",")), max_size=14).map(" ".join)


def test_a_follow_up_tells_where_it_was_read():
    text = "called her, call friday 17h; she was glad"

    (offer,) = offers_in(text, today=MONDAY)

    assert isinstance(offer, FollowUpOffer)
    assert offer.action is Action.CALL
    assert text[offer.start : offer.end] == "call friday 17h"


def test_a_promise_tells_where_it_was_read():
    text = "Lovely lunch. I promised the shoes!"

    (offer,) = offers_in(text, today=MONDAY)

    assert offer == PromiseOffer(PromiseSide.I_OWE, "the shoes", None, 14, 34)


@pytest.mark.parametrize("ahead", range(7))
@pytest.mark.parametrize("names", [WEEKDAYS, JOURS])
def test_a_weekday_is_the_coming_one_and_never_today(names, ahead):
    today = MONDAY + timedelta(days=ahead)

    for number, name in enumerate(names):
        (offer,) = offers_in(f"call {name}", today=today)

        assert offer.due.weekday() == number
        assert 1 <= (offer.due - today).days <= 7


@given(days.filter(lambda day: day.year < 9998), st.integers(0, 366))
def test_a_day_and_month_is_read_the_day_first_and_never_in_the_past(today, ahead):
    named = today + timedelta(days=ahead)
    asked = f"rappeler le {named:%d/%m}"
    found = offers_in(asked, today=today)

    assert all(
        offer.due >= today and (offer.due.day, offer.due.month) == (named.day, named.month) for offer in found
    )
    assert found or (named.day, named.month) == (29, 2)


@given(st.text(), days)
def test_any_text_can_be_read_on_any_day(text, today):
    offers_in(text, today=today)


@given(scraps, days)
def test_what_is_offered_is_never_in_the_past_and_says_something(text, today):
    for offer in offers_in(text, today=today):
        assert 0 <= offer.start < offer.end <= len(text)
        assert offer.due is None or offer.due >= today
        assert offer.reason if isinstance(offer, FollowUpOffer) else offer.what


@given(scraps)
def test_a_denial_before_the_verb_offers_no_follow_up(text):
    denied = f"ne pas rappeler {text}".replace(",", "").replace(".", "").split(" et ", maxsplit=1)[0]
    first = next(iter(offers_in(denied, today=MONDAY)), None)

    assert first is None or first.start > 0


@pytest.mark.parametrize("asked", ["call tomorrow", "rappeler dans 3 jours", "call monday"])
def test_days_past_the_last_date_offer_nothing(asked):
    assert offers_in(asked, today=date.max) == ()


@pytest.mark.parametrize(
    ("today", "asked", "due"),
    [
        (date(2026, 11, 27), "call friday", date(2026, 12, 4)),
        (date(2026, 11, 29), "call next monday", date(2026, 11, 30)),
        (date(2026, 11, 29), "call this weekend", date(2026, 11, 29)),
        (date(2026, 1, 31), "rappeler dans un mois", date(2026, 2, 28)),
        (date(2027, 11, 5), "rappeler le 29 février", date(2028, 2, 29)),
        (date(2026, 12, 31), "call tomorrow", date(2027, 1, 1)),
        (date(2026, 12, 15), "rappeler le 12", date(2027, 1, 12)),
        (date(2026, 3, 10), "call on 10 March", date(2026, 3, 10)),
    ],
)
def test_edges_of_the_calendar(today, asked, due):
    assert [offer.due for offer in offers_in(asked, today=today)] == [due]


@pytest.mark.parametrize("asked", ["call in March", "rappeler le 31", "call on 31 April", "call on 30/02"])
def test_a_day_that_runs_already_or_does_not_exist_offers_nothing(asked):
    assert offers_in(asked, today=date(2026, 3, 31)) == ()


def test_accents_may_be_typed_as_separate_marks(said):
    assert said("relancé lundi".replace("é", "e\u0301")) == ""
    assert said("e\u0301crire après-demain") == "write 2026-11-25 E\u0301crire"


@pytest.mark.parametrize(
    "unit",
    [
        "call friday and ",
        "a",
        "5/",
        "le 3 ",
        "in 3 ",
        "(",
        "17:",
        "e\u0301",
        "promised: ",
        "next week on ",
        "9",
    ],
)
def test_a_line_of_a_million_characters_is_read_in_a_moment(unit):
    line = unit * (1_000_000 // len(unit))
    begun = time.perf_counter()

    offers_in(line, today=MONDAY)

    assert time.perf_counter() - begun < 1


def test_a_long_text_is_read_up_to_a_bound_and_the_cut_invents_nothing():
    padding = "." * (READ_AT_MOST - len("call friday"))

    assert offers_in(f"{padding}call friday's guest", today=MONDAY) == ()
    assert len(offers_in(f"{padding}call friday", today=MONDAY)) == 1
