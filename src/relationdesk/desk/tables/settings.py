"""The user's own details and the settings that belong to the desk."""

from sqlmodel import Field, SQLModel

from relationdesk.desk.tables.columns import plain_text


class MyDetailsRow(SQLModel, table=True):
    """The consultant's own card and letterhead; the only row has id 1."""

    __tablename__ = "my_details"

    id: int = Field(default=1, primary_key=True)
    name: str = plain_text()
    business: str = plain_text()
    email: str = plain_text()
    phone: str = plain_text()
    address: str = plain_text()
    website: str = plain_text()
    signature: str = plain_text()
    home_zone: str = plain_text()
    languages: str = plain_text()


class SettingRow(SQLModel, table=True):
    """A setting that goes where the desk goes; the value is JSON."""

    __tablename__ = "setting"

    name: str = Field(primary_key=True)
    value: str = plain_text()
