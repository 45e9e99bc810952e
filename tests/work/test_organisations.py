"""Organisations are kept, renamed and brought together, and what people do for them is told in place."""

from collections.abc import Callable
from datetime import date

import pytest

from real_desk import DAY, archive_of, assert_sound
from relationdesk.desk.contents import rows_of
from relationdesk.desk.desk import Desk
from relationdesk.domain.errors import EmptyTextError, NotFoundError
from relationdesk.domain.ids import OrganisationId, PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import OrganisationKind, RewardKind, RoleKind
from relationdesk.work.organisations.commands import (
    add_organisation,
    restore_organisation,
    set_kind,
    set_text,
    trash_organisation,
)
from relationdesk.work.organisations.errors import BackwardPeriodError, TakenOrganisationNameError
from relationdesk.work.organisations.joining import join_organisations
from relationdesk.work.organisations.named import lookalikes, names_beginning, namesake
from relationdesk.work.organisations.queries import (
    OrganisationPage,
    organisation_lines,
    organisation_page,
    organisations_found,
    organisations_matching,
)
from relationdesk.work.organisations.roles import add_role, change_role, remove_role
from relationdesk.work.organisations.told import Chosen, OrganisationText, Role
from relationdesk.work.partnerships.commands import add_partnership
from relationdesk.work.people.commands import trash_person
from relationdesk.work.people.knowledge import note_refusal
from relationdesk.work.people.merging import merge, take_apart
from relationdesk.work.people.record import person_page
from relationdesk.work.people.told import Refusal

Add = Callable[[str], PersonId]


def works_for(name: str, title: str = "", **when: date) -> Role:
    return Role(RoleKind.WORKS_FOR, name, title, **when)


def named(desk: Desk, name: str) -> OrganisationId:
    (found,) = desk.reader.ids("SELECT id FROM organisation WHERE name = :name", name=name)
    return OrganisationId(found)


def page(desk: Desk, organisation: OrganisationId) -> OrganisationPage:
    found = organisation_page(desk.reader, organisation)
    assert found is not None
    return found


def names(desk: Desk, typed: str = "") -> list[str]:
    ids = organisations_matching(desk.reader, typed)
    return [line.name for line in organisation_lines(desk.reader, ids, DAY)]


def test_a_role_at_a_new_name_makes_the_organisation_in_one_step(desk: Desk, add: Add):
    lea = add("Léa Marchetti")

    add_role(desk, lea, works_for("Trail Mag", "editor", since=date(2024, 1, 1)))

    (member,) = page(desk, named(desk, "Trail Mag")).members
    assert (member.name, member.title, member.since) == ("Léa Marchetti", "editor", date(2024, 1, 1))
    assert desk.undo_state().undo is Label.ADD_ROLE
    desk.undo()
    assert organisations_matching(desk.reader) == []


def test_a_role_is_changed_in_place_and_removed_while_the_organisation_stays(desk: Desk, add: Add):
    role = add_role(desk, add("Léa Marchetti"), works_for("Trail Mag"))

    change_role(desk, role, Role(RoleKind.REPRESENTED_BY, "Agence Nord", "talent", until=DAY))

    assert page(desk, named(desk, "Trail Mag")).members == ()
    agency = page(desk, named(desk, "Agence Nord"))
    assert agency.head.kind is OrganisationKind.AGENCY
    assert [(one.kind, one.title, one.until) for one in agency.members] == [
        (RoleKind.REPRESENTED_BY, "talent", DAY)
    ]
    remove_role(desk, role)
    assert names(desk) == ["Agence Nord", "Trail Mag"]
    with pytest.raises(NotFoundError):
        remove_role(desk, role)


def test_a_role_needs_an_organisation_and_ends_after_it_begins(desk: Desk, add: Add):
    lea = add("Léa Marchetti")
    with pytest.raises(EmptyTextError):
        add_role(desk, lea, works_for("  "))
    with pytest.raises(BackwardPeriodError):
        add_role(desk, lea, works_for("Trail Mag", since=DAY, until=date(2020, 1, 1)))
    assert rows_of_table(desk, "organisation") == []


def rows_of_table(desk: Desk, table: str) -> list[dict[str, object]]:
    return list(rows_of(desk.reader, table))


def test_the_list_stands_in_the_order_of_names_and_counts_who_belongs_there_today(desk: Desk, add: Add):
    lea, noor, gone = add("Léa Marchetti"), add("Noor Benali"), add("Rémi Kowalski")
    for person in (lea, noor, gone):
        add_role(desk, person, works_for("Écho"))
    add_role(desk, lea, works_for("Écho", "trainer"))
    add_role(desk, noor, works_for("Zoé", until=date(2020, 1, 1)))
    add_organisation(desk, "eau vive")
    trash_person(desk, gone)

    lines = organisation_lines(desk.reader, organisations_matching(desk.reader), DAY)

    assert [(line.name, line.people) for line in lines] == [("eau vive", 0), ("Écho", 2), ("Zoé", 0)]


def test_the_filter_takes_beginnings_of_words_of_names_without_accents(desk: Desk):
    for name in ("Écho des Alpes", "Alpina", "Maison d'œuvre", "…"):
        add_organisation(desk, name)
    set_text(desk, named(desk, "Alpina"), OrganisationText.NOTES, "an echo of notes")

    assert names(desk, "alp") == ["Alpina", "Écho des Alpes"]
    assert names(desk, "ECHO al") == ["Écho des Alpes"]
    assert names(desk, "oeuv") == ["Maison d'œuvre"]
    assert len(names(desk, "…")) == 4
    assert names_beginning(desk.reader, "ech") == ["Écho des Alpes"]
    assert names_beginning(desk.reader, " ") == []
    assert [one.name for one in organisations_found(desk.reader, "al", DAY, 1)] == ["Alpina"]
    assert organisations_found(desk.reader, "", DAY, 5) == []


def test_a_page_tells_partnerships_and_refusals_of_a_client_and_none_of_those_in_the_trash(
    desk: Desk, add: Add
):
    lea, gone = add("Léa Marchetti"), add("Rémi Kowalski")
    for person in (lea, gone):
        add_partnership(desk, person_id=person, client="Olivade", title="Harvest", reward=RewardKind.GIFT)
        note_refusal(desk, person, Refusal(what="oil", why="allergic", client="Olivade"))
    trash_person(desk, gone)

    shown = page(desk, named(desk, "Olivade"))

    assert [(one.person, one.title, one.reward) for one in shown.partnerships] == [
        ("Léa Marchetti", "Harvest", RewardKind.GIFT)
    ]
    assert [(one.person, one.what, one.why) for one in shown.refusals] == [
        ("Léa Marchetti", "oil", "allergic")
    ]


def test_texts_and_kind_are_each_one_step(desk: Desk):
    one = add_organisation(desk, "Olivade")
    before = archive_of(desk)
    for field, text in (
        (OrganisationText.NAME, "Olivade & fils"),
        (OrganisationText.WEBSITE, "https://olivade.example"),
        (OrganisationText.NOTES, "Two mills"),
    ):
        set_text(desk, one, field, f" {text} ")
    set_kind(desk, one, OrganisationKind.CLIENT)

    head = page(desk, one).head
    assert (head.name, head.website, head.notes, head.kind) == (
        "Olivade & fils",
        "https://olivade.example",
        "Two mills",
        OrganisationKind.CLIENT,
    )
    for _step in range(4):
        desk.undo()
    assert archive_of(desk) == before
    with pytest.raises(EmptyTextError):
        set_text(desk, one, OrganisationText.NAME, " ")


def test_an_organisation_is_not_renamed_to_what_another_one_is_called(desk: Desk):
    one, other = add_organisation(desk, "Olivade"), add_organisation(desk, "Moulin")
    trash_organisation(desk, other)

    with pytest.raises(TakenOrganisationNameError):
        set_text(desk, one, OrganisationText.NAME, "Moulin")

    found = namesake(desk.reader, "Moulin", one)
    assert found is not None
    assert (found.id, found.is_exact, found.is_trashed) == (other, True, True)
    set_text(desk, one, OrganisationText.NAME, "OLIVADE")
    assert page(desk, one).head.name == "OLIVADE"


def test_a_namesake_may_differ_by_accents_and_case_unless_it_is_in_the_trash(desk: Desk):
    echo = add_organisation(desk, "Écho")

    found = namesake(desk.reader, "ECHO")

    assert found is not None
    assert (found.id, found.is_exact, found.is_trashed) == (echo, False, False)
    assert namesake(desk.reader, "Echo", echo) is None
    assert namesake(desk.reader, "…") is None
    trash_organisation(desk, echo)
    assert namesake(desk.reader, "ECHO") is None


def test_a_new_organisation_of_a_known_name_is_the_one_that_is_there(desk: Desk):
    one = add_organisation(desk, "Olivade", OrganisationKind.CLIENT)
    trash_organisation(desk, one)
    assert organisation_page(desk.reader, one) is None

    assert add_organisation(desk, " Olivade ") == one
    assert page(desk, one).head.kind is OrganisationKind.CLIENT
    trash_organisation(desk, one)
    restore_organisation(desk, one)
    assert names(desk) == ["Olivade"]


def two(desk: Desk, add: Add) -> tuple[OrganisationId, OrganisationId, PersonId]:
    """Two organisations with everything of one person, twice the same role among it."""
    lea = add("Léa Marchetti")
    for name in ("Olivade", "Moulin"):
        add_role(desk, lea, works_for(name, "Editor" if name == "Moulin" else "editor"))
        add_partnership(desk, person_id=lea, client=name, title=f"Harvest {name}")
        note_refusal(desk, lea, Refusal(what="oil", client=name))
        set_text(desk, named(desk, name), OrganisationText.NOTES, f"notes of {name}")
    add_role(desk, lea, works_for("Moulin", "editor", since=date(2020, 1, 1), until=date(2021, 1, 1)))
    add_role(desk, lea, works_for("Moulin", "trainer"))
    set_text(desk, named(desk, "Moulin"), OrganisationText.WEBSITE, "https://moulin.example")
    return named(desk, "Olivade"), named(desk, "Moulin"), lea


def test_what_two_organisations_have_is_brought_together_in_one_step(desk: Desk, add: Add):
    kept, other, lea = two(desk, add)
    trash_organisation(desk, kept)
    before = archive_of(desk)

    join_organisations(desk, kept, other, Chosen(name="Olivade & Moulin"))

    assert_sound(desk)
    shown = page(desk, kept)
    assert organisation_page(desk.reader, other) is None
    assert (shown.head.name, shown.head.website) == ("Olivade & Moulin", "https://moulin.example")
    assert shown.head.notes == "notes of Olivade\nnotes of Moulin"
    assert {one.title for one in shown.partnerships} == {"Harvest Olivade", "Harvest Moulin"}
    assert len(shown.refusals) == 2
    assert sorted(one.title for one in shown.members) == ["editor", "trainer"]
    after = archive_of(desk)
    desk.undo()
    assert archive_of(desk) == before
    desk.redo()
    assert archive_of(desk) == after
    assert person_page(desk.reader, lea, DAY) is not None


def test_nothing_that_two_organisations_tell_is_lost_and_what_was_not_chosen_goes_into_the_notes(desk: Desk):
    one, other = (
        add_organisation(desk, "Norda SA", OrganisationKind.BRAND),
        add_organisation(desk, "Norda Group"),
    )
    set_kind(desk, other, OrganisationKind.CLIENT)
    for organisation, site in ((one, "norda.example"), (other, "group.norda.example")):
        set_text(desk, organisation, OrganisationText.WEBSITE, site)
        set_text(desk, organisation, OrganisationText.NOTES, f"Ask {site}")

    chosen = Chosen("Norda Group", OrganisationKind.CLIENT, "group.norda.example")
    join_organisations(desk, one, other, chosen)

    head = page(desk, one).head
    assert (head.name, head.kind, head.website) == (
        "Norda Group",
        OrganisationKind.CLIENT,
        "group.norda.example",
    )
    assert head.notes.splitlines() == [
        "Ask norda.example",
        "Ask group.norda.example",
        "Also called Norda SA",
        "Also kept as: brand",
        "Another website: norda.example",
    ]
    assert names(desk, "norda") == ["Norda Group"]


def test_what_differs_by_how_it_is_written_alone_is_not_noted_twice(desk: Desk):
    one, other = add_organisation(desk, "Norda"), add_organisation(desk, "NORDA", OrganisationKind.BRAND)
    set_text(desk, one, OrganisationText.WEBSITE, "https://www.norda.example/")
    set_text(desk, other, OrganisationText.WEBSITE, "norda.example")
    set_text(desk, one, OrganisationText.NOTES, "Ask at the desk")
    set_text(desk, other, OrganisationText.NOTES, "Ask")

    join_organisations(desk, one, other)

    head = page(desk, one).head
    assert (head.name, head.kind) == ("Norda", OrganisationKind.BRAND)
    assert (head.website, head.notes) == ("https://www.norda.example/", "Ask at the desk")


def test_organisations_whose_names_look_alike_are_found(desk: Desk):
    one = add_organisation(desk, "Norda")
    for name in ("Norda S.A.", "Norda Sport", "Nordic", "Sud"):
        add_organisation(desk, name)
    trash_organisation(desk, add_organisation(desk, "Norda Ltd"))

    assert [near.name for near in lookalikes(desk.reader, "Norda", one)] == ["Norda S.A."]
    assert lookalikes(desk.reader, "…") == []


def test_roles_of_different_times_both_stay(desk: Desk, add: Add):
    lea = add("Léa Marchetti")
    add_role(desk, lea, works_for("Olivade", "editor", since=date(2022, 1, 1)))
    add_role(desk, lea, works_for("Moulin", "editor", since=date(2019, 1, 1)))

    join_organisations(desk, named(desk, "Olivade"), named(desk, "Moulin"))

    assert [one.since for one in page(desk, named(desk, "Olivade")).members] == [
        date(2019, 1, 1),
        date(2022, 1, 1),
    ]


def test_one_organisation_is_not_brought_together_with_itself(desk: Desk):
    one = add_organisation(desk, "Olivade")
    with pytest.raises(ValueError, match=str(one)):
        join_organisations(desk, one, one)


def test_people_who_are_taken_apart_have_what_they_had_at_an_organisation_that_went_into_another(
    desk: Desk, add: Add
):
    lea, again = add("Léa Marchetti"), add("Lea Marchetti")
    add_role(desk, again, works_for("Moulin", "editor"))
    add_partnership(desk, person_id=again, client="Moulin", title="Harvest")
    note_refusal(desk, again, Refusal(what="oil", client="Moulin"))
    kept = add_organisation(desk, "Olivade")
    merger = merge(desk, lea, again, {})

    join_organisations(desk, kept, named(desk, "Moulin"))
    take_apart(desk, merger)

    shown = page(desk, kept)
    assert [one.person_id for one in shown.members] == [again]
    assert [one.person_id for one in shown.partnerships] == [again]
    assert [one.person_id for one in shown.refusals] == [again]


def test_a_role_that_a_merge_removed_comes_back_at_the_kept_organisation(desk: Desk, add: Add):
    lea, again = add("Léa Marchetti"), add("Lea Marchetti")
    for person in (lea, again):
        add_role(desk, person, works_for("Moulin", "editor"))
    merger = merge(desk, lea, again, {})
    kept = add_organisation(desk, "Olivade")

    join_organisations(desk, kept, named(desk, "Moulin"))
    take_apart(desk, merger)

    assert sorted(one.person_id for one in page(desk, kept).members) == sorted((lea, again))
