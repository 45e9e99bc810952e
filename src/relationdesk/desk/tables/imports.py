"""What came in from other programs, so that it can be taken back weeks later."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import belongs_to, identity, moment, moment_or_none, plain_text


class ImportBatchRow(SQLModel, table=True):
    """One file brought in: its name and kind, how its columns were read, and how it went."""

    __tablename__ = "import_batch"

    id: int = identity()
    file_name: str = plain_text()
    format: str = plain_text()
    columns: str = plain_text()
    imported_at: datetime = moment()
    taken_back_at: datetime | None = moment_or_none()
    people_added: int = 0
    people_known: int = 0
    rows_unreadable: int = 0


class ImportedRow(SQLModel, table=True):
    """A row that an import wrote: where it came from in the file, and what it was then."""

    __tablename__ = "imported"

    id: int = identity()
    batch_id: int = belongs_to("import_batch")
    line: int
    table_name: str = plain_text()
    row_id: int = Field(index=True)
