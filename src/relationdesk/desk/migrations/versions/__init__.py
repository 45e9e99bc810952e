"""One module for each schema version, in Alembic's form."""
