"""A small desk in memory, with every kind of link that a real one has, and what may happen to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from relationdesk.domain.comparing.differences import Difference, Key, Row, Shape, differences
from relationdesk.domain.comparing.matters import Matter, Named, matters
from relationdesk.domain.comparing.merging import Change
from relationdesk.domain.comparing.twins import with_twins_joined

SHAPES = {
    shape.table: shape
    for shape in (
        Shape(
            "person",
            ("id", "name", "city", "birth_day", "birth_month"),
            ("id",),
            (("name",), ("city",), ("birth_day", "birth_month")),
        ),
        Shape("tag", ("id", "name"), ("id",), (("name",),), unique=(("name",),)),
        Shape("talk", ("id", "text"), ("id",), (("text",),), held_by=("present", "talk_id")),
        Shape(
            "present",
            ("id", "talk_id", "person_id", "line"),
            ("id",),
            (("talk_id",), ("person_id",), ("line",)),
            unique=(("talk_id", "person_id"),),
            parents={"talk_id": "talk", "person_id": "person"},
        ),
        Shape(
            "fact",
            ("id", "person_id", "value", "talk_id"),
            ("id",),
            (("person_id",), ("value",), ("talk_id",)),
            parents={"person_id": "person"},
            mentions={"talk_id": "talk"},
        ),
        Shape(
            "tagged",
            ("person_id", "tag_id"),
            ("person_id", "tag_id"),
            parents={"person_id": "person", "tag_id": "tag"},
        ),
    )
}
WORDS = ("Annecy", "Lyon", "Lille", "trail", "press", "vip")


@dataclass
class Toy:
    """Rows by table and key; new ones are numbered from `next_id`."""

    next_id: int = 1
    rows: dict[Named, Row] = field(default_factory=dict)

    def copy(self, next_id: int) -> "Toy":
        return Toy(next_id, dict(self.rows))

    def fresh(self) -> int:
        self.next_id += 1
        return self.next_id

    def put(self, table: str, *row: object) -> None:
        self.rows[table, SHAPES[table].key_of(row)] = row

    def ids(self, table: str) -> list[int]:
        return sorted(key[0] for name, key in self.rows if name == table)

    def of(self, table: str) -> list[Row]:
        return [self.rows[name] for name in sorted(self.rows) if name[0] == table]

    def delete(self, table: str, key: Key) -> None:
        """Delete a row as the database does: with what belongs to it, out of what mentions it."""
        self.rows.pop((table, key), None)
        for (other, other_key), row in list(self.rows.items()):
            shape = SHAPES[other]
            for column, target in shape.parents.items():
                if (target, shape.values(row, [column])) == (table, key):
                    self.delete(other, other_key)
            for column, target in shape.mentions.items():
                if (other, other_key) in self.rows and (target, shape.values(row, [column])) == (table, key):
                    self.rows[other, other_key] = shape.with_values(row, {column: None})

    def carry_out(self, changes: Sequence[Change]) -> None:
        for change in changes:
            if change.after is None:
                self.delete(change.table, change.key)
            else:
                self.rows[change.table, change.key] = change.after

    def wrong(self) -> list[str]:
        """What no database would hold: links to nothing, and things that are there twice."""
        found = []
        taken: set[object] = set()
        for (table, key), row in self.rows.items():
            shape = SHAPES[table]
            for column, target in {**shape.parents, **shape.mentions}.items():
                (value,) = shape.values(row, [column])
                if value is not None and (target, (value,)) not in self.rows:
                    found.append(f"{table} {key} points to no {target}")
            for group in shape.unique:
                name = (table, group, shape.values(row, group))
                found += [f"{name} twice"] if name in taken else []
                taken.add(name)
        return found


def add_person(toy: Toy, chance: Random) -> None:
    toy.put("person", toy.fresh(), chance.choice(WORDS), chance.choice(WORDS), None, None)


def rename_person(toy: Toy, chance: Random) -> None:
    edit(toy, chance, "person", name=chance.choice(WORDS))


def move_house(toy: Toy, chance: Random) -> None:
    edit(toy, chance, "person", city=chance.choice(WORDS))


def learn_birthday(toy: Toy, chance: Random) -> None:
    edit(toy, chance, "person", birth_day=chance.randint(1, 28), birth_month=chance.randint(1, 12))


def delete_person(toy: Toy, chance: Random) -> None:
    if ids := toy.ids("person"):
        toy.delete("person", (chance.choice(ids),))
        held = {row[1] for row in toy.of("present")}
        for talk in set(toy.ids("talk")) - held:
            toy.delete("talk", (talk,))


def note_fact(toy: Toy, chance: Random) -> None:
    if people := toy.ids("person"):
        talk = chance.choice([None, *toy.ids("talk")])
        toy.put("fact", toy.fresh(), chance.choice(people), chance.choice(WORDS), talk)


def edit_fact(toy: Toy, chance: Random) -> None:
    edit(toy, chance, "fact", value=chance.choice(WORDS))


def give_fact_to_another(toy: Toy, chance: Random) -> None:
    if people := toy.ids("person"):
        edit(toy, chance, "fact", person_id=chance.choice(people))


def delete_fact(toy: Toy, chance: Random) -> None:
    if ids := toy.ids("fact"):
        toy.delete("fact", (chance.choice(ids),))


def talk(toy: Toy, chance: Random) -> None:
    people = toy.ids("person")
    if people:
        told = toy.fresh()
        toy.put("talk", told, chance.choice(WORDS))
        for person in chance.sample(people, min(len(people), chance.randint(1, 3))):
            toy.put("present", toy.fresh(), told, person, "")


def join_talk(toy: Toy, chance: Random) -> None:
    pairs = {(row[1], row[2]) for row in toy.of("present")}
    free = [(t, p) for t in toy.ids("talk") for p in toy.ids("person") if (t, p) not in pairs]
    if free:
        toy.put("present", toy.fresh(), *chance.choice(free), chance.choice(WORDS))


def edit_talk(toy: Toy, chance: Random) -> None:
    edit(toy, chance, "talk", text=chance.choice(WORDS))


def delete_talk(toy: Toy, chance: Random) -> None:
    if ids := toy.ids("talk"):
        toy.delete("talk", (chance.choice(ids),))


def make_tag(toy: Toy, chance: Random) -> None:
    name = chance.choice(WORDS)
    if name not in {row[1] for row in toy.of("tag")}:
        toy.put("tag", toy.fresh(), name)


def rename_tag(toy: Toy, chance: Random) -> None:
    free = sorted(set(WORDS) - {row[1] for row in toy.of("tag")})
    if free:
        edit(toy, chance, "tag", name=chance.choice(free))


def delete_tag(toy: Toy, chance: Random) -> None:
    if ids := toy.ids("tag"):
        toy.delete("tag", (chance.choice(ids),))


def tag_person(toy: Toy, chance: Random) -> None:
    if (people := toy.ids("person")) and (tags := toy.ids("tag")):
        toy.put("tagged", chance.choice(people), chance.choice(tags))


def untag_person(toy: Toy, chance: Random) -> None:
    if rows := toy.of("tagged"):
        toy.delete("tagged", chance.choice(rows))


def edit(toy: Toy, chance: Random, table: str, **changed: object) -> None:
    if rows := toy.of(table):
        toy.put(table, *SHAPES[table].with_values(chance.choice(rows), changed))


EVENTS: tuple[Callable[[Toy, Random], None], ...] = (
    add_person,
    rename_person,
    move_house,
    learn_birthday,
    delete_person,
    note_fact,
    edit_fact,
    give_fact_to_another,
    delete_fact,
    talk,
    join_talk,
    edit_talk,
    delete_talk,
    make_tag,
    rename_tag,
    delete_tag,
    tag_person,
    untag_person,
)


def lived(toy: Toy, seed: int, count: int) -> Toy:
    """The same desk after so many events."""
    chance = Random(seed)
    for _ in range(count):
        chance.choice(EVENTS)(toy, chance)
    return toy


def compared(origin: Toy, here: Toy, there: Toy) -> list[Difference]:
    return [
        one
        for table, shape in SHAPES.items()
        for one in differences(shape, origin.of(table), here.of(table), there.of(table))
    ]


def all_matters(origin: Toy, here: Toy, there: Toy) -> list[Matter]:
    return matters(SHAPES, with_twins_joined(SHAPES, compared(origin, here, there)))
