"""Keeping in mind what the columns of a table became."""

from collections.abc import Sequence

from sqlalchemy.dialects.sqlite import insert

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import SettingRow
from relationdesk.domain.labels import Label
from relationdesk.exchange.tables.columns import Mapping
from relationdesk.work.settings.mappings import mapping_text, setting_name


def remember_mapping(desk: Desk, headers: Sequence[str], mapping: Mapping) -> None:
    """Propose `mapping` for the next table with these headers; not a step of undo."""
    name = setting_name(headers)
    if not name:
        return
    value = mapping_text(mapping)
    kept = insert(SettingRow).values(name=name, value=value)
    with desk.change(Label.IMPORT) as session:
        session.execute(kept.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
