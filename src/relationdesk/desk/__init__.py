"""The desk file: tables, engine, key, migrations, journal, search index."""
