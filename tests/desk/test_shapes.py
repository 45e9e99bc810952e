"""What comparing two copies of a desk knows of each table."""

import pytest
from sqlmodel import SQLModel

from relationdesk.desk.catalogue import CATALOGUE, Undo
from relationdesk.desk.shapes import contents_in, shapes

KEYS = ("_key",)


def test_every_table_whose_changes_can_be_undone_is_compared():
    assert set(shapes()) == {name for name, table in CATALOGUE.items() if table.undo is Undo.UNDOABLE}


@pytest.mark.parametrize("name", sorted(shapes()))
def test_every_column_outside_the_key_is_taken_from_one_side_or_the_other(name: str):
    shape = shapes()[name]
    told = [column for group in shape.together for column in group]

    assert sorted([*told, *shape.key]) == sorted(shape.columns)


@pytest.mark.parametrize("name", sorted(shapes()))
def test_what_is_derived_from_a_column_is_never_taken_without_it(name: str):
    derived = [column for column in shapes()[name].columns if column.endswith(KEYS)]

    for group in shapes()[name].together:
        if set(group) & set(derived):
            assert set(group) - set(derived)


@pytest.mark.parametrize("name", sorted(shapes()))
def test_every_link_is_one_that_comparing_understands(name: str):
    shape = shapes()[name]
    known = {**shape.parents, **shape.mentions, **contents_in(shape)}
    links = {key.parent.name: key.column.table.name for key in SQLModel.metadata.tables[name].foreign_keys}

    assert known == links
    assert all(target in shapes() for target in {**shape.parents, **shape.mentions}.values())


def test_a_table_comes_after_those_that_it_points_to():
    seen = set()
    for name, shape in shapes().items():
        others = {target for target in {**shape.parents, **shape.mentions}.values() if target != name}
        assert others <= seen
        seen.add(name)


def test_what_happened_is_held_by_those_who_took_part():
    assert shapes()["interaction"].held_by == ("participant", "interaction_id")


def test_topics_tags_views_and_organisations_of_one_name_are_one_thing():
    named = {name: shape.unique for name, shape in shapes().items() if shape.unique}

    assert named == {
        "mention": (("interaction_id", "name"),),
        "organisation": (("sort_key",),),
        "own_field": (("name_key",),),
        "participant": (("interaction_id", "person_id"),),
        "saved_view": (("name_key",),),
        "tag": (("name_key",),),
        "topic": (("name_key",),),
    }
