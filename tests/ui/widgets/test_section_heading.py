from relationdesk.ui.theme.tokens import Tone
from relationdesk.ui.widgets.section_heading import SectionHeading


def test_a_section_says_its_title_and_count(qtbot, spoken):
    section = SectionHeading("Overdue", 2, Tone.BAD)
    qtbot.addWidget(section)
    assert spoken(section) == "Overdue, 2"

    section.show_section("People", 12_480)
    assert spoken(section) == "People, 12,480"

    section.show_section("Promises")
    assert spoken(section) == "Promises"
