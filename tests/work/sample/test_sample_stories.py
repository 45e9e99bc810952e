import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest

from relationdesk.domain.folding import fold
from relationdesk.work.sample.reading import sample_setting, sample_stories
from relationdesk.work.sample.stories import Story
from relationdesk.work.sample.toml_values import fill

STORIES = sample_stories()
NAMES = {story.name for story in STORIES}
TWO_YEARS = 731
FICTIONAL_PHONE = re.compile(
    r"\+33 6 39 98 \d\d \d\d|\+44 7700 900\d{3}|\+353 20 91\d \d{4}|\+1 (418|514|819) 555 01\d\d"
)
FICTIONAL_HOST = re.compile(r"[a-z0-9.-]+\.example", re.ASCII)
a_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


def texts_of(story: Story) -> Iterator[str]:
    for happening in story.history:
        yield happening.title
        yield happening.text
        yield happening.line
        yield from happening.others.values()
    yield story.how_met
    yield from (told.value for told in (*story.preferences, *story.facts))
    yield from (told.reason for told in story.follow_ups)
    yield from (
        text for told in story.partnerships for text in (told.outcome, told.lesson, told.closed_reason)
    )
    yield from (told.note for told in story.relations)


def days_ago_of(story: Story) -> Iterator[int]:
    told = (*story.history, *story.preferences, *story.facts, *story.follow_ups)
    yield from (one.days_ago for one in (*told, *story.promises, *story.partnerships, *story.consents))
    yield from (days_ago for handle in story.handles for days_ago, _ in handle.readings)


def test_there_are_sixty_people_with_names_of_their_own():
    assert len(STORIES) == 60
    assert len({fold(name) for name in NAMES}) == 60


def test_ten_people_are_told_at_length_and_everybody_in_at_least_four_entries():
    lengths = sorted(len(story.history) for story in STORIES)
    assert lengths[0] >= 4
    assert lengths[-1] <= 30
    assert sum(length >= 20 for length in lengths) == 10


@a_story
def test_every_day_lies_in_the_past_two_years_and_the_history_runs_forward(story: Story):
    days = [happening.days_ago for happening in story.history]
    assert all(earlier >= later for earlier, later in pairwise(days))
    assert all(0 <= days_ago < TWO_YEARS for days_ago in days_ago_of(story))


@a_story
def test_nothing_becomes_known_before_the_person_does(story: Story):
    known = max(story.first_days_ago(), *(told.begun_days_ago for told in story.partnerships), 0)
    assert all(told.days_ago <= known for told in (*story.preferences, *story.facts, *story.promises))


@a_story
def test_partnerships_begin_before_they_come_to_their_stage(story: Story):
    for told in story.partnerships:
        assert told.begun_days_ago >= told.days_ago
        assert told.agreed_days_ago is None or told.agreed_days_ago <= told.begun_days_ago
        if told.published_days_ago is not None and told.agreed_days_ago is not None:
            assert told.published_days_ago <= told.agreed_days_ago


@a_story
def test_everyone_who_is_named_is_on_the_desk(story: Story):
    named = {other for happening in story.history for other in happening.others}
    named |= {relation.other for relation in story.relations}
    assert named <= NAMES - {story.name}


@a_story
def test_every_reference_finds_what_it_names(story: Story):
    refs = [happening.ref for happening in story.history if happening.ref]
    assert len(refs) == len(set(refs))
    told = (*story.preferences, *story.facts, *story.promises, *story.follow_ups)
    assert {one.origin for one in told if one.origin} <= set(refs)
    assert {one.done_by for one in story.follow_ups if one.done_by} <= set(refs)
    titles = [told.title for told in story.partnerships]
    assert len(titles) == len(set(titles))
    assert {one.partnership for one in story.history if one.partnership} <= set(titles)


@a_story
def test_only_reserved_domains_and_fictional_phones_are_used(story: Story):
    assert all(FICTIONAL_PHONE.fullmatch(phone) for phone in story.phones)
    hosts = [email.partition("@")[2] for email in story.emails]
    links = [link for link in (*story.links, *(handle.link for handle in story.handles)) if link]
    hosts += [link.removeprefix("https://").partition("/")[0] for link in links]
    assert all(FICTIONAL_HOST.fullmatch(host) for host in hosts)


@a_story
def test_the_handles_that_are_domains_are_reserved_ones(story: Story):
    domains = re.findall(r"[\w-]+\.(?:com|net|org|fr|be|ch|ca|uk|ie|io|example)\b", " ".join(texts_of(story)))
    domains += [handle.name for handle in story.handles if handle.name.endswith((".com", ".fr", ".org"))]
    assert all(domain.endswith(".example") for domain in domains)


def test_no_phrase_stands_twice():
    sentences = Counter(
        sentence
        for story in STORIES
        for text in texts_of(story)
        for sentence in re.split(r"[.!?:;]+\s*", fold(text))
        if len(sentence.split()) >= 4
    )
    assert [sentence for sentence, times in sentences.items() if times > 1] == []


def test_every_client_and_organisation_is_introduced():
    known = {organisation.name for organisation in sample_setting().organisations}
    clients = {told.client for story in STORIES for told in story.partnerships}
    employers = {role.organisation for story in STORIES for role in story.roles}
    assert clients <= known
    assert employers - known == {"Signal faible"}


def test_the_consultant_and_the_organisations_use_reserved_domains_too():
    setting = sample_setting()
    links = [organisation.website for organisation in setting.organisations if organisation.website]
    hosts = [link.removeprefix("https://") for link in (*links, setting.consultant.website)]
    assert all(FICTIONAL_HOST.fullmatch(host) for host in hosts)
    assert setting.consultant.email.endswith(".example")
    assert FICTIONAL_PHONE.fullmatch(setting.consultant.phone)


def test_a_birthday_told_as_a_distance_follows_the_day():
    jeanne = next(story for story in STORIES if story.name == "Jeanne Oury")
    birthday = jeanne.card(date(2028, 2, 29)).birthday
    assert birthday is not None
    assert (birthday.month, birthday.day, birthday.year) == (2, 29, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "A", "history": [], "shoe": 39},
        {"name": "A", "history": [{"days_ago": "11", "kind": "note"}]},
        {"name": "A", "history": [{"days_ago": 11, "kind": "seance"}]},
        {"name": "A", "history": [], "cadence": [28]},
        {"name": "A", "history": [], "birthday_in": True},
    ],
)
def test_a_slip_in_a_story_is_refused(wrong: dict[str, object]):
    with pytest.raises(ValueError, match=r"\w"):
        fill(Story, wrong)
