"""Filters that are kept under a name."""

import pytest

from relationdesk.desk.desk import Desk
from relationdesk.domain.errors import EmptyTextError, NotFoundError
from relationdesk.domain.ids import ViewId
from relationdesk.work.views.commands import delete_view, move_view, rename_view, save_view
from relationdesk.work.views.errors import TakenNameError
from relationdesk.work.views.queries import saved_views, view_named


@pytest.fixture
def three(desk: Desk) -> list[ViewId]:
    return [save_view(desk, name=name, typed=f"topic:{name}") for name in ("Trail", "Élan", "Food")]


def names(desk: Desk) -> list[str]:
    return [view.name for view in saved_views(desk.reader)]


def test_views_stand_in_the_order_in_which_they_were_saved(desk: Desk, three: list[ViewId]):
    assert names(desk) == ["Trail", "Élan", "Food"]
    assert [view.typed for view in saved_views(desk.reader)] == ["topic:Trail", "topic:Élan", "topic:Food"]


def test_saving_under_a_name_that_is_there_changes_its_filter(desk: Desk, three: list[ViewId]):
    assert save_view(desk, name=" elan ", typed=" city:lyon ") == three[1]
    assert view_named(desk.reader, "ELAN").typed == "city:lyon"
    desk.undo()
    assert view_named(desk.reader, "élan").typed == "topic:Élan"


@pytest.mark.parametrize(
    ("place", "by", "order"),
    [
        (0, 1, "Élan Trail Food"),
        (0, 9, "Élan Food Trail"),
        (2, -1, "Trail Food Élan"),
        (2, -9, "Food Trail Élan"),
    ],
)
def test_a_view_is_moved_and_moved_back(desk: Desk, three: list[ViewId], place: int, by: int, order: str):
    move_view(desk, three[place], by=by)
    assert names(desk) == order.split()
    desk.undo()
    assert names(desk) == ["Trail", "Élan", "Food"]


def test_a_view_is_renamed_and_deleted_and_brought_back(desk: Desk, three: list[ViewId]):
    rename_view(desk, three[0], "Running")
    rename_view(desk, three[0], "RUNNING")
    with pytest.raises(TakenNameError):
        rename_view(desk, three[0], "elan")
    delete_view(desk, three[1])
    assert names(desk) == ["RUNNING", "Food"]
    assert save_view(desk, name="Last", typed="x") not in three
    assert names(desk) == ["RUNNING", "Food", "Last"]
    desk.undo()
    desk.undo()
    assert names(desk) == ["RUNNING", "Élan", "Food"]
    with pytest.raises(NotFoundError):
        delete_view(desk, ViewId(7))


@pytest.mark.parametrize(("name", "typed"), [("", "x"), (" ", "x"), ("x", " ")])
def test_a_view_has_a_name_and_a_filter(desk: Desk, name: str, typed: str):
    with pytest.raises(EmptyTextError):
        save_view(desk, name=name, typed=typed)
    assert saved_views(desk.reader) == []
