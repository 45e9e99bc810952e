"""Who was erased, known again by what they were reached by and by nothing else."""

from datetime import date

from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import DayText


class ErasedRow(SQLModel, table=True):
    """A keyed hash (`desk.key.keyed_hash`) of an address, number, account or name of somebody erased."""

    __tablename__ = "erased"

    mark: str = Field(primary_key=True)
    erased_on: date = Field(sa_type=DayText)
