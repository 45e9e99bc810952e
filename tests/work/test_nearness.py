"""The first page of a filtered list, and everyone it is the head of."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from real_desk import made_in
from relationdesk.domain.card import Card, HandleEntry
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import Source
from relationdesk.work.people import nearness, sources
from relationdesk.work.people.matching import as_typed, prefix_match
from relationdesk.work.people.nearness import nearest_as_typed, nearest_by_name, nearest_people, statements
from relationdesk.work.people.queries import person_lines
from relationdesk.work.people.writing import CardWriter

GIVEN = ("Léa", "Lena", "Noor", "Marc", "Œdile", "Zoë", "Ana Maria")
FAMILY = ("Marchetti", "Benali", "Lea", "Straße", "O'Brien", "Marchand", "Paris")
TOPICS = ("trail running", "lean cooking", "parenting", "marathons")
MANY = 1_600
LIMITS = ((nearness, "_FEW", 60), (nearness, "_SOME", 300))
ROWS = ((sources, "FEW_ROWS", 200), (sources, "MANY_ROWS", 800), (sources, "MOST_ROWS", 1_000))
"""Limits that words of this crowd pass, so that each way of finding is taken."""


WORD = """(
    person.id IN (SELECT rowid FROM person_fts WHERE person_fts MATCH :match{n})
    OR person.id IN (SELECT person_id FROM handle
      WHERE id IN (SELECT rowid FROM handle_fts WHERE handle_fts MATCH :match{n}))
    OR person.id IN (SELECT person_id FROM contact_point
      WHERE id IN (SELECT rowid FROM contact_point_fts WHERE contact_point_fts MATCH :match{n}))
    OR person.id IN (SELECT role.person_id FROM role
      WHERE role.organisation_id IN
        (SELECT rowid FROM organisation_fts WHERE organisation_fts MATCH :match{n}
          AND rowid NOT IN (SELECT id FROM organisation WHERE trashed_at IS NOT NULL)))
    OR person.id IN (SELECT person_topic.person_id FROM person_topic
      WHERE person_topic.topic_id IN (SELECT rowid FROM topic_fts WHERE topic_fts MATCH :match{n}))
    OR person.id IN (SELECT person_tag.person_id FROM person_tag
      WHERE person_tag.tag_id IN (SELECT rowid FROM tag_fts WHERE tag_fts MATCH :match{n}))
)"""


def everyone_matching(desk, words):
    """Everyone whom every word leads to, in the list's order, asked in one plain question."""
    listed = "person.trashed_at IS NULL AND person.archived_at IS NULL"
    where = " AND ".join([listed, *(WORD.format(n=n) for n in range(len(words)))])
    sql = f"SELECT person.id FROM person WHERE {where} ORDER BY person.sort_key, person.id"
    return desk.reader.ids(sql, **{f"match{n}": prefix_match(spellings) for n, spellings in enumerate(words)})


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    desk = made_in(tmp_path_factory.mktemp("nearness")).opened()
    with desk.change(Label.IMPORT) as session:
        writer = CardWriter(desk, session, region="FR", source=Source.IMPORTED)
        for number in range(MANY):
            writer.add(
                Card(
                    display_name=f"{GIVEN[number % 7]} {FAMILY[number // 7 % 7]}",
                    city=("Annecy", "Leeds", "Paris")[number % 3],
                    topics=(TOPICS[number % 4],) if number % 5 else (),
                    handles=(HandleEntry("Instagram", f"mar.{number}"),) if number % 3 else (),
                )
            )
        writer.write()
    with pytest.MonkeyPatch.context() as patch:
        for module, name, limit in (*LIMITS, *ROWS):
            patch.setattr(module, name, limit)
        yield desk
    desk.close()


TYPED = st.lists(
    st.sampled_from(
        [
            "l",
            "le",
            "lea",
            "mar",
            "marc",
            "paris",
            "o",
            "œ",
            "trail",
            "insta",
            "annecy",
            "zz",
            "ana m",
            "mar insta",
            "1",
            "1 le",
        ]
    ),
    max_size=3,
).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=TYPED, most=st.integers(1, 100))
def test_the_first_page_is_the_head_of_the_full_list(crowd, typed, most):
    everyone = nearest_people(crowd.reader, typed)
    page = nearest_as_typed(crowd.reader, typed, most)

    matching = everyone_matching(crowd, as_typed(typed))
    assert page == (everyone[:most] if matching else [])
    assert not matching or set(everyone) == set(matching)
    assert len(everyone) == len(set(everyone))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=TYPED, most=st.integers(1, 100))
def test_those_who_match_by_name_are_the_head_of_the_first_page(crowd, typed, most):
    named = nearest_by_name(crowd.reader, typed, most)

    assert named == nearest_as_typed(crowd.reader, typed, most)[: len(named)]


def test_each_way_of_asking_a_source_is_taken(crowd):
    """What the limits above are for: sources read whole, asked by their index, and asked by their letters."""
    ways = set()
    for typed in ("annecy", "insta", "1", "trail"):
        search = nearness._Search(crowd.reader, as_typed(typed))
        for source, rows in search.counts((*sources.BELONGING, *sources.REACH), 0).items():
            ways.add(
                "read" if source.is_read(rows) else "has" if source.test(rows) == source.has else "begins"
            )

    assert ways == {"read", "has", "begins"}


def test_names_that_begin_so_come_first_then_other_names_then_topics_then_accounts(crowd):
    lines = person_lines(crowd.reader, nearest_people(crowd.reader, "mar"))
    names = [line.name for line in lines]

    begins = [name.startswith("Mar") for name in names]
    assert begins == sorted(begins, reverse=True)
    named = [bool(re.search(r"\bMar", name)) for name in names]
    assert named == sorted(named, reverse=True)
    known = [is_named or line.topic == "marathons" for is_named, line in zip(named, lines, strict=True)]
    assert known == sorted(known, reverse=True)
    assert not known[-1]


def test_within_a_tier_people_stand_in_the_lists_order(crowd):
    names = [line.name for line in person_lines(crowd.reader, nearest_people(crowd.reader, "le"))]
    begin = [name for name in names if name.startswith(("Le", "Lé"))]

    assert begin == sorted(begin, key=lambda name: name.replace("é", "e").lower())


def test_a_name_typed_whole_finds_them_first_though_others_match_too(crowd):
    (first, *_rest) = person_lines(crowd.reader, nearest_people(crowd.reader, "noor paris"))

    assert first.name == "Noor Paris"


def test_no_form_of_the_question_scans_more_than_the_lists_own_index(crowd):
    """The list is walked in its order where many match, so that it may be left as soon as enough were met."""
    scanned = set()
    for words in (1, 2):
        for sql in statements(words):
            parameters = {"most": 40, "begins": "a", "ends": "b", "before": "b", "met": 9, "beginnings": "[]"}
            parameters |= {f"match{n}": '"a"*' for n in range(words)} | {
                f"words{n}": "a" for n in range(words)
            }
            wanted = {name: value for name, value in parameters.items() if f":{name}" in sql}
            plan = [row[3] for row in crowd.reader._rows(f"EXPLAIN QUERY PLAN {sql}", wanted)]
            scanned |= {step for step in plan if step.startswith("SCAN") and "VIRTUAL" not in step}

    tables = {step.split()[1] for step in scanned if "(subquery" not in step} - {"near", "CONSTANT"}
    assert tables == {"person"}
    assert {step for step in scanned if step.startswith("SCAN person")} == {
        "SCAN person USING COVERING INDEX ix_person_listed"
    }
