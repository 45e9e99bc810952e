"""What a screen reader meets: every control in the window says what it is."""

from driving import Program, Stage
from waiting import until

CONTROLS = {
    "button",
    "check box",
    "combo box",
    "entry",
    "list",
    "menu item",
    "page tab",
    "password text",
    "push button",
    "radio button",
    "slider",
    "spin button",
    "table",
    "text",
    "toggle button",
}


def test_every_control_of_the_window_has_a_name(stage: Stage):
    with stage.program("--demo") as program:
        until(lambda: program.sees(name="days late"), "somebody who waits for days")
        assert nameless(program) == []

        program.press("ctrl+3")
        program.row("people.list", "Aïcha Nouri")
        assert nameless(program) == []

        program.click_on(program.row("people.list", "Aïcha Nouri"))
        program.find("person.note")
        assert nameless(program) == []

        program.press("ctrl+k")
        program.type("aicha")
        program.find("search.results")
        assert nameless(program) == []
        assert program.close() == 0


def nameless(program: Program) -> list[str]:
    things = [thing for thing in program.things() if thing.role in CONTROLS]
    assert len(things) > 5
    return [f"{thing.role} {thing.path}" for thing in things if not thing.name.strip()]
