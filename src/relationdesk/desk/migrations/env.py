"""Runs the migrations on the connection that `desk.schema` hands over, inside its transaction."""

from alembic import context
from sqlmodel import SQLModel

from relationdesk.desk import tables

assert tables.__all__  # noqa: S101 - importing them registers the metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
