"""What the tabs of a person's screen are called, in as much room as there is."""

from relationdesk.language.dates import whole_number
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.widgets.tab_bar import TabBar


def show_titles(tabs: TabBar, view: PersonView, room: int) -> None:
    """Name the first tabs, with their counts; in little room closer together, then without the counts."""
    page = view.page
    counts = {
        _("History"): 0,
        _("Partnerships"): len(view.partnerships),
        _("Preferences"): len(page.preferences) + len(page.facts),
        _("Relations"): len(page.relations),
        _("Files"): 0,
        _("Record"): 0,
    }
    for index, (title, count) in enumerate(counts.items()):
        tabs.setTabText(index, _counted(title, count))
    tabs.stand_close(is_tight=False)
    tabs.stand_close(is_tight=tabs.sizeHint().width() > room)
    if tabs.sizeHint().width() > room:
        for index, title in enumerate(counts):
            tabs.setTabText(index, title)


def _counted(title: str, count: int) -> str:
    text = _("{title} {count}").format(title=title, count=whole_number(count))
    return text if count else title
