"""Keeping in mind what the columns of a table became."""

from collections.abc import Sequence

from relationdesk.desk.desk import Desk
from relationdesk.domain.labels import Label
from relationdesk.exchange.tables.columns import Mapping
from relationdesk.work.settings.commands import KEEP
from relationdesk.work.settings.mappings import mapping_text, setting_name


def remember_mapping(desk: Desk, headers: Sequence[str], mapping: Mapping) -> None:
    """Propose `mapping` for the next table with these headers; not a step of undo."""
    name = setting_name(headers)
    if not name:
        return
    with desk.change_plainly(Label.IMPORT) as connection:
        connection.execute(KEEP, {"name": name, "value": mapping_text(mapping)})
