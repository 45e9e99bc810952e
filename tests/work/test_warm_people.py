"""The condition `is:warm` means those whose head says warm."""

import pytest

from real_desk import DAY
from relationdesk.desk.desk import Desk
from relationdesk.domain.cadence import Closeness, LabelKind
from relationdesk.domain.card import Card
from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person, set_cadence, set_shared_cadence
from relationdesk.work.people.filtering import filtered_people
from relationdesk.work.people.record import person_page
from relationdesk.work.people.rhythms import labels_of_people

GAPS = [0, 9, 10, 11, 29, 30, 31, 60, 61, None]
OWN = [(None, None), (30, 60), (10, 10), (None, 36_500)]
LABELS = [(), ("often",), ("seldom",), ("often", "seldom")]


@pytest.fixture
def crowd(desk: Desk) -> list[PersonId]:
    """Everyone there can be: each gap, each own cadence, each cadence by tag and topic."""
    made = []
    for gap in GAPS:
        for ideal, longest in OWN:
            for labels in LABELS:
                tags = tuple(label for label in labels if label == "often")
                topics = tuple(label for label in labels if label == "seldom")
                person = create_person(desk, Card(display_name=f"P{len(made)}", tags=tags, topics=topics))
                if ideal or longest:
                    set_cadence(desk, person, ideal_days=ideal, longest_days=longest)
                if gap is not None:
                    day = DAY.fromordinal(DAY.toordinal() - gap)
                    log_interaction(
                        desk, people=[person], kind=InteractionKind.MEETING, text="x", happened_on=day
                    )
                made.append(person)
    for label in labels_of_people(desk.reader):
        ideal, longest = (10, 60) if label.name == "often" else (30, 60)
        set_shared_cadence(desk, label.kind, label.id, ideal_days=ideal, longest_days=longest)
    assert {label.kind for label in labels_of_people(desk.reader)} == set(LabelKind)
    return made


def test_warm_are_those_whose_head_says_so(desk: Desk, crowd: list[PersonId]):
    def is_warm(person: PersonId) -> bool:
        page = person_page(desk.reader, person, DAY)
        assert page is not None
        return page.closeness is Closeness.WARM

    warm = {person for person in crowd if is_warm(person)}

    assert set(filtered_people(desk.reader, "is:warm", DAY)) == warm
    assert set(filtered_people(desk.reader, "-is:warm", DAY)) == set(crowd) - warm
    assert 0 < len(warm) < len(crowd)
