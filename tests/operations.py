"""What a consultant does to a desk, one change each, and how it is told whether it was kept.

This is the one place where an operation is declared. A line in `OPERATIONS` has it undone and redone, killed
at random moments and cut off by power cuts; what undo leaves alone goes into `BESIDES` and is killed and cut
off likewise. Every operation takes the desk and a source of chance, which alone decides what it does, and
makes exactly one change, or none when there is nothing to change. It is acknowledged when it returns, and
from then on what it did shows in `state_of`.
"""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from decimal import Decimal
from functools import partial
from random import Random

from sqlalchemy import text

from real_desk import DAY, FULL_CARD
from relationdesk.desk.contents import archived_tables, rows_of
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import WrongSecretError
from relationdesk.desk.vault import Vault, read_vault
from relationdesk.domain.cadence import LabelKind
from relationdesk.domain.card import (
    AddressEntry,
    AddressPart,
    Birthday,
    Card,
    ContactEntry,
    HandleEntry,
    OwnEntry,
    Picture,
)
from relationdesk.domain.drafts import Draft, DraftField, about_person
from relationdesk.domain.ids import (
    AttachmentId,
    ConsentId,
    FollowUpId,
    InteractionId,
    OrganisationId,
    OwnFieldId,
    OwnValueId,
    PartnershipId,
    PersonId,
    PromiseId,
    ViewId,
)
from relationdesk.domain.labels import Label
from relationdesk.domain.mentions import Mention
from relationdesk.domain.money import Money
from relationdesk.domain.noting import Happening
from relationdesk.domain.pictures import file_mark
from relationdesk.domain.readings import Reading as Followers
from relationdesk.domain.recovery_code import code_of
from relationdesk.domain.sharing import PersonField, Shareable
from relationdesk.domain.vocabulary import (
    Action,
    Audience,
    ContactKind,
    Direction,
    FormOfAddress,
    InteractionKind,
    LawfulBasis,
    OrganisationKind,
    OwnKind,
    PartnershipDay,
    PartnershipText,
    PersonKind,
    Polarity,
    PreferenceCategory,
    PromiseSide,
    RecordText,
    RelationKind,
    Reward,
    RewardKind,
    RoleKind,
    Source,
    Stage,
    Tone,
)
from relationdesk.exchange.reports import FileKind, IncomingCard, Reading
from relationdesk.work.attachments.commands import attach_files, keep_aside, remove_file, rename_file
from relationdesk.work.attachments.reading import NewFile
from relationdesk.work.desks.protection import new_recovery_code
from relationdesk.work.drafts.commands import keep_drafts, let_rest
from relationdesk.work.erasing.commands import erase
from relationdesk.work.follow_ups.commands import (
    drop_follow_up,
    edit_promise,
    finish_follow_up,
    keep_promise,
    make_promise,
    release_promise,
    set_follow_up,
    snooze_follow_up,
)
from relationdesk.work.follow_ups.rewording import reword_follow_up, reword_promise
from relationdesk.work.history.commands import (
    correct_interaction,
    edit_interaction,
    log_interaction,
    note_happening,
    remove_interaction,
)
from relationdesk.work.imports.commands import import_people
from relationdesk.work.imports.preview import preview
from relationdesk.work.organisations.commands import add_organisation, set_kind, set_text, trash_organisation
from relationdesk.work.organisations.joining import join_organisations
from relationdesk.work.organisations.roles import add_role, change_role, remove_role
from relationdesk.work.organisations.told import Chosen, OrganisationText, Role
from relationdesk.work.partnerships import terms
from relationdesk.work.partnerships.commands import (
    add_partnership,
    move_partnership,
    note_embargo_over,
    note_return,
    trash_partnership,
)
from relationdesk.work.people.commands import (
    create_people,
    create_person,
    set_cadence,
    set_shared_cadence,
    trash_person,
)
from relationdesk.work.people.editing import belonging, texts
from relationdesk.work.people.editing.accounts import (
    add_account,
    add_reading,
    change_account,
    move_account,
    remove_account,
    remove_reading,
    set_day,
    set_followers,
    set_source,
)
from relationdesk.work.people.editing.addresses import add_address, prefer_address, remove_address, set_part
from relationdesk.work.people.editing.addressing import set_by_title, set_form_of_address
from relationdesk.work.people.editing.audiences import set_audience, set_field_audience
from relationdesk.work.people.editing.keeping import (
    change_consent,
    keep_until,
    note_consent,
    remove_consent,
    set_do_not_contact,
    set_lawful_basis,
    withdraw_consent,
)
from relationdesk.work.people.editing.own_fields import (
    add_own_field,
    change_own_value,
    fill_own_field,
    move_own_field,
    remove_own_field,
    rename_own_field,
)
from relationdesk.work.people.editing.reaching import (
    add_contact,
    change_contact,
    label_contact,
    move_contact,
    prefer_contact,
    remove_contact,
)
from relationdesk.work.people.editing.told import Consent
from relationdesk.work.people.keeping import audiences_of
from relationdesk.work.people.knowledge import (
    change_fact,
    change_preference,
    change_refusal,
    note_refusal,
    prefer_channel,
    remember_fact,
    remember_preference,
    remove_fact,
    remove_preference,
    remove_refusal,
    set_quiet_times,
)
from relationdesk.work.people.merging import mark_not_same, merge, take_apart
from relationdesk.work.people.noting import set_birthday
from relationdesk.work.people.pictures import remove_picture, set_picture
from relationdesk.work.people.relations import add_relation, remove_relation
from relationdesk.work.people.several import (
    archive_people,
    tag_people,
    trash_people,
    unarchive_people,
    untag_people,
)
from relationdesk.work.people.told import Fact, Preference, Refusal
from relationdesk.work.settings.commands import keep_my_details
from relationdesk.work.settings.queries import MyDetails
from relationdesk.work.trash.commands import remove_for_good, restore
from relationdesk.work.trash.queries import Kind
from relationdesk.work.views.commands import delete_view, move_view, rename_view, save_view

Operation = Callable[[Desk, Random], None]
CODES = tuple(code_of(bytes([number]) * 16) for number in range(4))
"""Recovery codes that an operation may choose."""
HARD_WORDS = (
    "l'œuvre d'Élodie",
    "a\0b",
    'say "no"; DROP TABLE person',
    "家族 👩‍👩‍👧 fête",
    "two\nlines\ttab",
    "it''s",
)


def one_of(desk: Desk, chance: Random, table: str, where: str = "true") -> int | None:
    """The identity of some row, or None when there is none."""
    ids = desk.reader.ids(f"SELECT id FROM {table} WHERE {where} ORDER BY id")
    return chance.choice(ids) if ids else None


def someone(desk: Desk, chance: Random) -> PersonId:
    """A person who is there; -1, which no command finds, when there is nobody."""
    return PersonId(one_of(desk, chance, "person") or -1)


def words(chance: Random) -> str:
    """A text that quoting and folding find hard."""
    return f"{chance.choice(HARD_WORDS)} {chance.randrange(10**6)}"


def a_card(chance: Random) -> Card:
    """Somebody with something in every field, told apart by name and address."""
    number = chance.randrange(10**9)
    picture = Picture("image/png", b"\x89PNG" + number.to_bytes(5, "big")) if number % 3 else None
    contact = ContactEntry(ContactKind.EMAIL, f"p{number}@people.example", preferred=True)
    name = f"Person {chance.choice(HARD_WORDS)} {number}"
    return replace(FULL_CARD, display_name=name, contacts=(contact,), picture=picture)


def add_someone(desk: Desk, chance: Random) -> None:
    create_person(desk, a_card(chance))


def two_of(desk: Desk, chance: Random) -> list[PersonId]:
    """Two people, or nobody where there are not so many."""
    people = desk.reader.ids("SELECT id FROM person ORDER BY id")
    return [PersonId(one) for one in chance.sample(people, 2)] if len(people) > 1 else []


def merge_two(desk: Desk, chance: Random) -> None:
    if pair := two_of(desk, chance):
        merge(desk, *pair, {"how_met": words(chance)})


def take_two_apart(desk: Desk, chance: Random) -> None:
    if merger := one_of(desk, chance, "merger"):
        take_apart(desk, merger, new_goes_along=chance.random() < 0.5)
    else:
        merge_two(desk, chance)


def tell_two_apart(desk: Desk, chance: Random) -> None:
    if pair := two_of(desk, chance):
        mark_not_same(desk, *pair)


def log_something(desk: Desk, chance: Random) -> None:
    people = [someone(desk, chance) for _ in range(chance.randint(1, 3))]
    log_interaction(desk, people=people, kind=chance.choice(list(InteractionKind)), text=words(chance))


def a_happening(desk: Desk, chance: Random) -> Happening:
    """Something with several people, with lines of their own, that names others."""
    named = [Mention(someone(desk, chance), f"Name {number}") for number in range(chance.randint(0, 2))]
    return Happening(
        kind=chance.choice(list(InteractionKind)),
        happened_on=DAY - timedelta(days=chance.randint(0, 9)),
        text=" ".join([words(chance), *(f"@{mention.name}" for mention in named)]),
        lines={
            someone(desk, chance): chance.choice(["", words(chance)]) for _ in range(chance.randint(1, 3))
        },
        title=chance.choice(["", words(chance)]),
        place=chance.choice(["", words(chance)]),
        mentions=tuple(named),
    )


def note_with_file(desk: Desk, chance: Random) -> None:
    """A note whose text names a file that was kept aside while it was typed."""
    file = NewFile(f"{words(chance)}.txt", "text/plain", words(chance).encode())
    keep_aside(desk, [file])
    told = a_happening(desk, chance)
    note_happening(desk, replace(told, text=f"{told.text} {file_mark(file.name, file.digest)}"))


def note_with_several(desk: Desk, chance: Random) -> None:
    note_happening(desk, a_happening(desk, chance))


def tell_otherwise(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "interaction"):
        edit_interaction(desk, InteractionId(found), a_happening(desk, chance))


def correct_something(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "interaction"):
        correct_interaction(
            desk,
            InteractionId(found),
            kind=chance.choice(list(InteractionKind)),
            direction=chance.choice(list(Direction)),
            tone=chance.choice(list(Tone)),
        )


def plan_something(desk: Desk, chance: Random) -> None:
    due = DAY + timedelta(days=chance.randint(-10, 20))
    set_follow_up(desk, person_id=someone(desk, chance), action=Action.CALL, reason=words(chance), due_on=due)


def on_open_follow_up(change: Callable[[Desk, FollowUpId, Random], object]) -> Operation:
    def operation(desk: Desk, chance: Random) -> None:
        if found := one_of(desk, chance, "follow_up", "state = 'open'"):
            change(desk, FollowUpId(found), chance)

    return operation


def on_open_promise(change: Callable[[Desk, PromiseId], object]) -> Operation:
    def operation(desk: Desk, chance: Random) -> None:
        if found := one_of(desk, chance, "promise", "state = 'open'"):
            change(desk, PromiseId(found))

    return operation


def promise_something(desk: Desk, chance: Random) -> None:
    make_promise(
        desk, person_id=someone(desk, chance), side=chance.choice(list(PromiseSide)), what=words(chance)
    )


def correct_promise(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "promise", "state = 'open'"):
        due = DAY + timedelta(days=chance.randint(-3, 9))
        side = chance.choice(list(PromiseSide))
        edit_promise(desk, PromiseId(found), side=side, what=words(chance), due_on=due)


def begin_partnership(desk: Desk, chance: Random) -> None:
    client = f"Client {chance.randrange(5)}"
    add_partnership(
        desk,
        person_id=someone(desk, chance),
        client=client,
        title=words(chance),
        reward=RewardKind.LOAN,
        embargo_until=DAY + timedelta(days=chance.randint(-3, 9)),
        return_on=DAY + timedelta(days=chance.randint(-3, 9)),
    )


def a_role(chance: Random) -> Role:
    """Something that somebody does, or did, for one of a few organisations."""
    since = chance.choice([None, DAY - timedelta(days=chance.randrange(9))])
    return Role(
        kind=chance.choice(list(RoleKind)),
        organisation=f"Client {chance.randrange(5)}",
        title=chance.choice(["", words(chance)]),
        since=since,
        until=chance.choice([None, DAY + timedelta(days=chance.randrange(9))]),
    )


def take_up(desk: Desk, chance: Random) -> None:
    add_role(desk, someone(desk, chance), a_role(chance))


def found_organisation(desk: Desk, chance: Random) -> None:
    add_organisation(desk, words(chance), chance.choice(list(OrganisationKind)))


def edit_organisation(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "organisation"):
        set_text(desk, OrganisationId(found), chance.choice(list(OrganisationText)), words(chance))


def classify_organisation(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "organisation"):
        set_kind(desk, OrganisationId(found), chance.choice(list(OrganisationKind)))


def join_two_organisations(desk: Desk, chance: Random) -> None:
    known = desk.reader.ids("SELECT id FROM organisation ORDER BY id")
    if len(known) > 1:
        kept, other = chance.sample(known, 2)
        kind = chance.choice([None, *OrganisationKind])
        chosen = Chosen(words(chance), kind, chance.choice(["", "https://one.example"]))
        join_organisations(desk, OrganisationId(kept), OrganisationId(other), chosen)


def has_reward(desk: Desk, partnership: PartnershipId, reward: RewardKind) -> bool:
    wanted = f"SELECT id FROM partnership WHERE id = {partnership} AND reward = '{reward.value}'"
    return bool(desk.reader.ids(wanted))


def change_terms(desk: Desk, chance: Random) -> None:
    if (found := one_of(desk, chance, "partnership")) is None:
        return
    partnership = PartnershipId(found)
    match chance.randrange(5):
        case 0:
            terms.set_text(desk, partnership, chance.choice(list(PartnershipText)), words(chance))
        case 1:
            day = DAY + timedelta(days=chance.randint(-3, 9))
            terms.set_day(desk, partnership, chance.choice(list(PartnershipDay)), day)
        case 2:
            terms.set_client(desk, partnership, f"Client {chance.randrange(10**6)}")
        case 3:
            others = [one for one in RewardKind if not has_reward(desk, partnership, one)]
            terms.set_reward(desk, partnership, chance.choice(others))
        case _:
            terms.set_money(desk, partnership, Money(Decimal(chance.randrange(10**6)) / 100, "EUR"))


def come_to_an_embargo(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "partnership"):
        note_embargo_over(desk, PartnershipId(found), title="Embargo over", text=words(chance))


def move_on(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "partnership"):
        is_other = "SELECT stage <> :stage FROM partnership WHERE id = :id"
        others = [stage for stage in Stage if desk.reader.number(is_other, stage=stage, id=found)]
        move_partnership(desk, PartnershipId(found), stage=chance.choice(others))


def a_preference(chance: Random) -> Preference:
    """A preference of any kind, of a day or of none."""
    money = Money(Decimal(chance.randrange(10**6)) / 100, "EUR") if chance.random() < 0.5 else None
    return Preference(
        polarity=chance.choice(list(Polarity)),
        category=chance.choice(list(PreferenceCategory)),
        value=words(chance),
        reward=chance.choice([None, *Reward]),
        money=money,
        source=chance.choice(list(Source)),
        noted_on=chance.choice([None, DAY]),
    )


def a_refusal(desk: Desk, chance: Random) -> Refusal:
    """A "no" of any kind, that may come from something that happened."""
    return Refusal(
        what=words(chance),
        why=words(chance),
        said_by=chance.choice(["", words(chance)]),
        client=chance.choice(["", words(chance)]),
        reward=chance.choice([None, *Reward]),
        until=chance.choice([None, DAY + timedelta(days=chance.randint(-9, 90))]),
        interaction_id=one_of(desk, chance, "interaction"),
    )


def note_liking(desk: Desk, chance: Random) -> None:
    remember_preference(desk, someone(desk, chance), a_preference(chance))


def change_liking(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "preference"):
        change_preference(desk, found, a_preference(chance))


def note_channel(desk: Desk, chance: Random) -> None:
    told = Preference(Polarity.LIKES, PreferenceCategory.CHANNEL, words(chance))
    remember_preference(desk, someone(desk, chance), told)


def rank_channel(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "preference", "category = 'channel'"):
        prefer_channel(desk, found)


def forget_liking(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "preference"):
        remove_preference(desk, found)


def note_something(desk: Desk, chance: Random) -> None:
    remember_fact(desk, someone(desk, chance), Fact(words(chance), label="seen", noted_on=DAY))


def join_platform(desk: Desk, chance: Random) -> None:
    add_account(desk, someone(desk, chance), an_account(chance))


def an_account(chance: Random) -> HandleEntry:
    return HandleEntry("tiktok", f"account.{chance.randrange(1_000_000)}")


def find_another_way(desk: Desk, chance: Random) -> None:
    told = ContactEntry(ContactKind.MESSENGER, words(chance), label="signal", preferred=chance.random() < 0.5)
    add_contact(desk, someone(desk, chance), told)


def count_followers(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "handle"):
        told = Followers(chance.randrange(10**6), DAY - timedelta(days=chance.randrange(900)))
        add_reading(desk, found, told, Source.I_SAW)


def move_in(desk: Desk, chance: Random) -> None:
    told = AddressEntry(street=words(chance), city="Lyon", preferred=chance.random() < 0.5)
    add_address(desk, someone(desk, chance), told)


def is_preferred(desk: Desk, table: str, row: int) -> bool:
    return bool(desk.reader.ids(f"SELECT id FROM {table} WHERE id = {row} AND preferred"))


def learn_birthday(desk: Desk, chance: Random) -> None:
    day, month = chance.randint(1, 28), chance.randint(1, 12)
    set_birthday(desk, someone(desk, chance), day=day, month=month, year=None)


def tell_a_text(desk: Desk, chance: Random) -> None:
    texts.set_text(desk, someone(desk, chance), chance.choice(list(RecordText)), words(chance))


def tell_how_to_address(desk: Desk, chance: Random) -> None:
    if chance.random() < 0.5:
        form = chance.choice(list(FormOfAddress))
        if one := one_of(desk, chance, "person", f"trashed_at IS NULL AND form_of_address IS NOT '{form}'"):
            set_form_of_address(desk, PersonId(one), form)
    elif one := one_of(desk, chance, "person", "trashed_at IS NULL AND NOT addressed_by_title"):
        set_by_title(desk, PersonId(one), by_title=True)


def tell_a_kind(desk: Desk, chance: Random) -> None:
    kinds = list(PersonKind)
    for kind in chance.sample(kinds, len(kinds)):
        of_it = f"SELECT person_id FROM person_kind WHERE kind = '{kind}'"
        if one := one_of(desk, chance, "person", f"trashed_at IS NULL AND id NOT IN ({of_it})"):
            belonging.set_kind(desk, PersonId(one), kind, is_one=True)
            return


def tell_a_birthday(desk: Desk, chance: Random) -> None:
    told = Birthday(chance.randint(1, 12), chance.randint(1, 28), chance.choice([None, 1990]))
    belonging.set_birthday(desk, someone(desk, chance), chance.choice([told, told, None]))


def tell_languages(desk: Desk, chance: Random) -> None:
    one = someone(desk, chance)
    rows = desk.reader.stream(f"SELECT language FROM person_language WHERE person_id = {one} ORDER BY rank")
    spoken = [language for (language,) in rows]
    unspoken = [language for language in ("fr", "en", "pt-BR", "it") if language not in spoken]
    if spoken and chance.random() < 0.5:
        belonging.remove_language(desk, one, chance.choice(spoken))
    elif len(spoken) > 1 and chance.random() < 0.5:
        belonging.put_language(desk, one, spoken[-1], at=0)
    else:
        belonging.add_language(desk, one, chance.choice(unspoken or ["de"]))


def tell_topics(desk: Desk, chance: Random) -> None:
    one, topic = someone(desk, chance), chance.choice(["Vélo", "Running", words(chance)])
    change = chance.choice([belonging.add_topic, belonging.remove_topic, partial(belonging.put_topic, at=0)])
    change(desk, one, topic)


def connect_two(desk: Desk, chance: Random) -> None:
    one = someone(desk, chance)
    known = f"SELECT other_id FROM relation WHERE person_id = {one}"
    strangers = f"trashed_at IS NULL AND id <> {one} AND id NOT IN ({known})"
    if other := one_of(desk, chance, "person", strangers):
        add_relation(desk, one, PersonId(other), chance.choice(list(RelationKind)))


def part_two(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "relation"):
        remove_relation(desk, found)


def attach_something(desk: Desk, chance: Random) -> None:
    file = NewFile(f"{words(chance)}.txt", "text/plain", words(chance).encode())
    came_with = one_of(desk, chance, "interaction")
    with_it = None if came_with is None or chance.random() < 0.5 else InteractionId(came_with)
    attach_files(desk, someone(desk, chance), [file], came_with=with_it)


def on_file(change: Callable[[Desk, AttachmentId], object]) -> Operation:
    return on_row("attachment", "true", lambda desk, row: change(desk, AttachmentId(row)))


def change_something_known(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "fact"):
        change_fact(desk, found, Fact(words(chance), interaction_id=one_of(desk, chance, "interaction")))


def forget_something(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "fact"):
        remove_fact(desk, found)


def hear_no(desk: Desk, chance: Random) -> None:
    note_refusal(desk, someone(desk, chance), a_refusal(desk, chance))


def change_no(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "refusal"):
        change_refusal(desk, found, a_refusal(desk, chance))


def take_no_back(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "refusal"):
        remove_refusal(desk, found)


def leave_in_peace(desk: Desk, chance: Random) -> None:
    hours = chance.choice([(None, None), (time(20), time(8, 30))])
    days = tuple(chance.sample(range(7), chance.randint(0, 3)))
    set_quiet_times(desk, someone(desk, chance), weekdays=days, starts=hours[0], ends=hours[1])


def wish_for_rhythm(desk: Desk, chance: Random) -> None:
    set_cadence(desk, someone(desk, chance), ideal_days=chance.randint(5, 90), longest_days=100)


def share_rhythm(desk: Desk, chance: Random) -> None:
    kind = chance.choice(list(LabelKind))
    if found := one_of(desk, chance, kind):
        set_shared_cadence(desk, kind, found, ideal_days=chance.randint(5, 90), longest_days=100)


def bring_in(count: int) -> Operation:
    def operation(desk: Desk, chance: Random) -> None:
        own = tuple(
            OwnEntry(f"Field {chance.randint(1, 9)}", str(chance.randint(1, 99)), chance.choice([*OwnKind]))
            for _ in range(2)
        )
        cards = tuple(IncomingCard(line, replace(a_card(chance), own=own)) for line in range(1, count + 1))
        seen = preview(desk.reader, Reading(FileKind.VCARD, cards), "FR")
        import_people(desk, seen, file_name="people.vcf", title="From people.vcf", chosen=range(count))

    return operation


def statement(sql: str) -> Operation:
    """A bulk change, as a command that deletes or edits many rows makes it."""

    def operation(desk: Desk, chance: Random) -> None:
        with desk.change(Label.EDIT_PERSON) as session:
            session.execute(text(sql), {"some": chance.randrange(7), "person": someone(desk, chance)})

    return operation


def say_why_kept(desk: Desk, chance: Random) -> None:
    set_lawful_basis(desk, someone(desk, chance), chance.choice([None, *LawfulBasis]), words(chance))


def say_how_long_kept(desk: Desk, chance: Random) -> None:
    keep_until(desk, someone(desk, chance), DAY + timedelta(days=chance.randrange(10**6)))


def leave_alone(desk: Desk, chance: Random) -> None:
    person = someone(desk, chance)
    is_asked = "SELECT do_not_contact FROM person WHERE id = :id"
    set_do_not_contact(desk, person, asked=not desk.reader.number(is_asked, id=person), reason=words(chance))


def a_consent(chance: Random) -> Consent:
    """A consent that may have been withdrawn."""
    withdrawn = chance.choice([None, DAY])
    return Consent(words(chance), DAY - timedelta(days=chance.randrange(99)), withdrawn, words(chance))


def agree(desk: Desk, chance: Random) -> None:
    note_consent(desk, someone(desk, chance), a_consent(chance))


def agree_otherwise(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "consent"):
        change_consent(desk, ConsentId(found), a_consent(chance))


def share_a_row(desk: Desk, chance: Random) -> None:
    choices = [(kind, audience) for kind in Shareable for audience in Audience]
    for kind, audience in chance.sample(choices, len(choices)):
        if found := one_of(desk, chance, kind, f"audience <> '{audience}'"):
            set_audience(desk, kind, found, audience)
            return


def share_a_field(desk: Desk, chance: Random) -> None:
    person, field = someone(desk, chance), chance.choice(list(PersonField))
    is_shared = field in audiences_of(desk.reader, person).fields
    set_field_audience(desk, person, field, Audience.ONLY_ME if is_shared else Audience.SHARED)


def invent_field(desk: Desk, chance: Random) -> None:
    add_own_field(desk, name=f"Field {chance.randrange(10**9)}", kind=chance.choice(list(OwnKind)))


def fill_field(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "own_field"):
        fill_own_field(desk, someone(desk, chance), OwnFieldId(found), words(chance))


def fill_otherwise(desk: Desk, chance: Random) -> None:
    if found := one_of(desk, chance, "own_value"):
        change_own_value(desk, OwnValueId(found), chance.choice(["", words(chance)]))


def on_own_field(change: Callable[[Desk, OwnFieldId], object], where: str = "true") -> Operation:
    return on_row("own_field", where, lambda desk, row: change(desk, OwnFieldId(row)))


def add_several(desk: Desk, chance: Random) -> None:
    create_people(desk, [a_card(chance) for _ in range(3)])


def show_by_picture(desk: Desk, chance: Random) -> None:
    content = b"\x89PNG\r\n\x1a\n" + chance.randbytes(8)
    set_picture(desk, someone(desk, chance), content, "image/png")


def take_picture_away(desk: Desk, chance: Random) -> None:
    pictured = one_of(desk, chance, "person", "picture_hash IS NOT NULL")
    if pictured is not None:
        remove_picture(desk, PersonId(pictured))


def tell_about_myself(desk: Desk, chance: Random) -> None:
    keep_my_details(desk, MyDetails(name=words(chance), address=words(chance)))


def keep_typing(desk: Desk, chance: Random) -> None:
    keep_drafts(desk, [Draft(about_person(DraftField.NOTE, someone(desk, chance)), words(chance))])


def stop_typing(desk: Desk, chance: Random) -> None:
    let_rest(desk, [about_person(DraftField.NOTE, someone(desk, chance))])


def change_code(desk: Desk, chance: Random) -> None:
    new_recovery_code(desk, chance.choice(CODES))


def remove_somebody(desk: Desk, chance: Random) -> None:
    """Remove somebody in the trash for good, with the steps of undo."""
    if found := one_of(desk, chance, "person", "trashed_at IS NOT NULL"):
        remove_for_good(desk, Kind.PERSON, found)


def erase_somebody(desk: Desk, chance: Random) -> None:
    """Erase somebody, with the steps of undo."""
    if found := one_of(desk, chance, "person"):
        erase(desk, PersonId(found))


def undo(desk: Desk, _chance: Random) -> None:
    desk.undo()


def redo(desk: Desk, _chance: Random) -> None:
    desk.redo()


def on_row(table: str, where: str, change: Callable[[Desk, int], object]) -> Operation:
    def operation(desk: Desk, chance: Random) -> None:
        if found := one_of(desk, chance, table, where):
            change(desk, found)

    return operation


def on_several(change: Callable[[Desk, list[PersonId]], None], where: str) -> Operation:
    return lambda desk, chance: change(desk, several(desk, chance, where))


def several(desk: Desk, chance: Random, where: str = "true") -> list[PersonId]:
    ids = desk.reader.ids(f"SELECT id FROM person WHERE {where} ORDER BY id")
    return [PersonId(one) for one in chance.sample(ids, min(len(ids), 2))]


def tag_several(desk: Desk, chance: Random) -> None:
    tag_people(desk, several(desk, chance), f"tag {chance.randrange(1000)}")


def untag_several(desk: Desk, chance: Random) -> None:
    given = one_of(desk, chance, "tag", "id IN (SELECT tag_id FROM person_tag)")
    if given:
        whose = desk.reader.ids("SELECT person_id FROM person_tag WHERE tag_id = :given", given=given)
        (name,) = (name for tag, name in desk.reader.stream("SELECT id, name FROM tag") if tag == given)
        untag_people(desk, [PersonId(person) for person in whose], name)


def keep_view(desk: Desk, chance: Random) -> None:
    save_view(
        desk, name=f"View {chance.randrange(1000)}", typed=f"topic:{chance.randrange(9)} {words(chance)}"
    )


def on_view(change: Callable[[Desk, ViewId], object], where: str = "true") -> Operation:
    return on_row("saved_view", where, lambda desk, view: change(desk, ViewId(view)))


def put_one_back(desk: Desk, chance: Random) -> None:
    kinds = [kind for kind in Kind if one_of(desk, chance, kind, "trashed_at IS NOT NULL")]
    if kinds:
        kind = chance.choice(kinds)
        restore(desk, kind, one_of(desk, chance, kind, "trashed_at IS NOT NULL") or -1)


OPERATIONS: dict[str, Operation] = {
    "add a person": add_someone,
    "add several people": add_several,
    "show by a picture": show_by_picture,
    "take a picture away": take_picture_away,
    "tell about myself": tell_about_myself,
    "merge two people": merge_two,
    "take two people apart": take_two_apart,
    "say that two are not the same": tell_two_apart,
    "log": log_something,
    "note what happened with several": note_with_several,
    "tell what happened otherwise": tell_otherwise,
    "remove what happened": on_row(
        "interaction", "true", lambda desk, row: remove_interaction(desk, InteractionId(row))
    ),
    "correct what happened": correct_something,
    "note with a file": note_with_file,
    "keep a file": attach_something,
    "rename a file": on_file(lambda desk, row: rename_file(desk, row, f"Other {row}.txt")),
    "remove a file": on_file(remove_file),
    "set a follow-up": plan_something,
    "snooze": on_open_follow_up(
        lambda desk, row, chance: snooze_follow_up(
            desk, row, until=DAY + timedelta(days=chance.randint(21, 99))
        )
    ),
    "finish": on_open_follow_up(lambda desk, row, chance: finish_follow_up(desk, row, line=words(chance))),
    "find other words for a promise": on_row(
        "promise", "true", lambda desk, row: reword_promise(desk, PromiseId(row), what=f"Reworded {row}")
    ),
    "find other words for a follow-up": on_row(
        "follow_up",
        "state <> 'open'",
        lambda desk, row: reword_follow_up(desk, FollowUpId(row), reason=f"Reworded {row}", word="so"),
    ),
    "drop": on_open_follow_up(lambda desk, row, chance: drop_follow_up(desk, row, why=words(chance))),
    "promise": promise_something,
    "correct a promise": correct_promise,
    "keep a promise": on_open_promise(keep_promise),
    "release a promise": on_open_promise(release_promise),
    "add a role": take_up,
    "change a role": on_row("role", "true", lambda desk, row: change_role(desk, row, a_role(Random(row)))),
    "remove a role": on_row("role", "true", remove_role),
    "add an organisation": found_organisation,
    "edit an organisation": edit_organisation,
    "say what an organisation is": classify_organisation,
    "bring two organisations together": join_two_organisations,
    "tell a text of the record": tell_a_text,
    "tell how to address": tell_how_to_address,
    "tell a kind": tell_a_kind,
    "tell a birthday as it is": tell_a_birthday,
    "tell languages": tell_languages,
    "tell topics": tell_topics,
    "begin a partnership": begin_partnership,
    "move a partnership": move_on,
    "note that a loan came back": on_row("partnership", "returned_on IS NULL", note_return),
    "change the terms of a partnership": change_terms,
    "note the end of an embargo": come_to_an_embargo,
    "note a preference": note_liking,
    "change a preference": change_liking,
    "note a channel": note_channel,
    "rank a channel": rank_channel,
    "forget a preference": forget_liking,
    "change a fact": change_something_known,
    "forget a fact": forget_something,
    "note a refusal": hear_no,
    "change a refusal": change_no,
    "take a refusal back": take_no_back,
    "set quiet times": leave_in_peace,
    "note a fact": note_something,
    "add an account": join_platform,
    "change an account": on_row(
        "handle", "true", lambda desk, row: change_account(desk, row, an_account(Random(row)))
    ),
    "order accounts": on_row("handle", "rank > 0", lambda desk, row: move_account(desk, row, by=-1)),
    "remove an account": on_row("handle", "true", remove_account),
    "count followers": count_followers,
    "correct a number of followers": on_row(
        "reading", "true", lambda desk, row: set_followers(desk, row, row % 9_999)
    ),
    "correct the day of a number": on_row(
        "reading", "true", lambda desk, row: set_day(desk, row, DAY - timedelta(days=row % 99))
    ),
    "correct the source of a number": on_row(
        "reading", "true", lambda desk, row: set_source(desk, row, Source.I_GUESS)
    ),
    "forget a number of followers": on_row("reading", "true", remove_reading),
    "add a way to reach somebody": find_another_way,
    "change a way to reach somebody": on_row(
        "contact_point", "true", lambda desk, row: change_contact(desk, row, words(Random(row)))
    ),
    "label a way to reach somebody": on_row(
        "contact_point", "true", lambda desk, row: label_contact(desk, row, words(Random(row)))
    ),
    "prefer a way to reach somebody": on_row(
        "contact_point",
        "true",
        lambda desk, row: prefer_contact(desk, row, preferred=not is_preferred(desk, "contact_point", row)),
    ),
    "order the ways to reach somebody": on_row(
        "contact_point", "true", lambda desk, row: move_contact(desk, row, by=1)
    ),
    "remove a way to reach somebody": on_row("contact_point", "true", remove_contact),
    "add an address": move_in,
    "change an address": on_row(
        "postal_address",
        "true",
        lambda desk, row: set_part(desk, row, AddressPart.STREET, words(Random(row))),
    ),
    "prefer an address": on_row(
        "postal_address",
        "true",
        lambda desk, row: prefer_address(desk, row, preferred=not is_preferred(desk, "postal_address", row)),
    ),
    "remove an address": on_row("postal_address", "true", remove_address),
    "set a birthday": learn_birthday,
    "add a relation": connect_two,
    "remove a relation": part_two,
    "set a cadence": wish_for_rhythm,
    "set a cadence by tag or topic": share_rhythm,
    "say why somebody is kept": say_why_kept,
    "say how long somebody is kept": say_how_long_kept,
    "say whether to leave somebody alone": leave_alone,
    "note a consent": agree,
    "change a consent": agree_otherwise,
    "withdraw a consent": on_row(
        "consent", "withdrawn_on IS NULL", lambda desk, row: withdraw_consent(desk, ConsentId(row))
    ),
    "remove a consent": on_row("consent", "true", lambda desk, row: remove_consent(desk, ConsentId(row))),
    "say who may read a row": share_a_row,
    "say who may read a field": share_a_field,
    "add a field": invent_field,
    "fill in a field": fill_field,
    "fill in a field otherwise": fill_otherwise,
    "rename a field": on_own_field(lambda desk, row: rename_own_field(desk, row, f"Renamed {row}")),
    "move a field": on_own_field(lambda desk, row: move_own_field(desk, row, by=-1), "rank > 0"),
    "remove a field": on_own_field(remove_own_field),
    "import a few": bring_in(5),
    "archive several": on_several(archive_people, "archived_at IS NULL"),
    "bring several back from the archive": on_several(unarchive_people, "archived_at IS NOT NULL"),
    "move several to the trash": on_several(trash_people, "trashed_at IS NULL"),
    "give several a tag": tag_several,
    "take a tag from several": untag_several,
    "save a view": keep_view,
    "rename a view": on_view(lambda desk, view: rename_view(desk, view, f"Other {view}")),
    "move a view": on_view(lambda desk, view: move_view(desk, view, by=-1), "rank > 0"),
    "delete a view": on_view(delete_view),
    "move somebody to the trash": on_row("person", "trashed_at IS NULL", trash_person),
    "move an organisation to the trash": on_row("organisation", "trashed_at IS NULL", trash_organisation),
    "move a partnership to the trash": on_row("partnership", "trashed_at IS NULL", trash_partnership),
    "put back from the trash": put_one_back,
}
"""The commands of the work layer that are steps of undo."""

BESIDES: dict[str, Operation] = {
    "undo": undo,
    "redo": redo,
    "keep what is typed": keep_typing,
    "stop typing": stop_typing,
    "change the recovery code": change_code,
    "remove somebody for good": remove_somebody,
    "erase somebody": erase_somebody,
}
"""What else is acknowledged, and is no step of undo."""

ROW_CHANGES: dict[str, Operation] = {
    "delete a person with everything": statement("DELETE FROM person WHERE id = :person"),
    "delete interactions that others mention": statement(
        "DELETE FROM interaction WHERE id IN (SELECT id FROM interaction ORDER BY id LIMIT 1 + :some % 3)"
    ),
    "delete organisations": statement(
        "DELETE FROM organisation WHERE id IN (SELECT id FROM organisation ORDER BY id LIMIT 1 + :some % 2)"
    ),
    "edit every text": statement("UPDATE interaction SET text = text || ' more', title = ''"),
    "put many in the trash": statement("UPDATE person SET trashed_at = '2026-11-24T09:00Z'"),
    "delete topics": statement("DELETE FROM topic"),
    "change the user's details": statement(
        "INSERT INTO my_details VALUES (1, 'Me', '', '', '', '', '', '', '', '')"
        " ON CONFLICT DO UPDATE SET name = name || '!'"
    ),
}
"""Changes that no command makes yet, so that every kind of row change is undone."""


def state_of(desk: Desk) -> str:
    """All that an operation can have done, in a word: what is on the desk, and what opens its vault."""
    told = hashlib.sha256()
    for table in archived_tables():
        for row in rows_of(desk.reader, table):
            told.update(repr((table, tuple(row.items()))).encode())
    vault = read_vault(desk.files.vault)
    told.update(repr([_opens(vault, code) for code in CODES]).encode())
    return told.hexdigest()


def _opens(vault: Vault, code: str) -> bool:
    try:
        return vault.key_by_recovery(code) is not None
    except WrongSecretError:
        return False
