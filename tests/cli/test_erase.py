import json
from pathlib import Path

from relationdesk.desk.backups.shelf import backups_of
from relationdesk.desk.files import DeskFiles

WHAT_GOES = (
    "Of the record: Name, Form of address, Birthday, Pronouns, City, Country, Time zone, Picture, "
    "How we met.\n"
    "Besides: 1 history entry, 3 ways to reach them, 1 postal address, 2 accounts, 1 number of followers, "
    "2 kinds, 2 languages, 2 topics, 1 tag, 3 roles in organisations, 3 preferences, 2 facts, 1 follow-up."
)


def test_without_yes_it_only_says_what_would_go(typed, home: Path):
    code, out, err = typed("erase", "Léa Marchetti")

    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Léa Marchetti would be erased. Add --yes to do it; it cannot be undone.",
        *WHAT_GOES.splitlines(),
    ]
    assert typed("erase", "Léa Marchetti")[0] == 0


def test_with_yes_the_person_is_gone_from_the_desk_and_its_backups(typed, home: Path):
    assert typed("backup")[0] == 0

    code, out, _ = typed("erase", "Léa Marchetti", "--yes")

    assert code == 0
    assert out.splitlines() == [
        "Léa Marchetti was erased.",
        *WHAT_GOES.splitlines(),
        "1 backup was rewritten.",
    ]
    assert len(backups_of(DeskFiles(home / "my.desk"))) == 1
    code, _, err = typed("erase", "Léa Marchetti", "--yes")
    assert (code, err) == (1, "Nobody called “Léa Marchetti” is on this desk.\n")
    assert typed("check")[0] == 0


def test_backups_are_left_if_that_is_asked_for_and_programs_are_told(typed, home: Path):
    typed("backup")

    code, out, _ = typed("erase", "Léa Marchetti", "--yes", "--keep-backups", "--json")
    told = json.loads(out)

    assert code == 0
    assert (told["erased"], told["name"], told["backups_rewritten"], told["backups_holding"]) == (
        True,
        "Léa Marchetti",
        0,
        1,
    )


def test_a_name_that_several_have_is_not_guessed(typed, home: Path):
    code, _, err = typed("erase", "Marie Petit", "--yes")

    assert code == 1
    assert "Marie Petit" in err
