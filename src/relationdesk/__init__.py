"""RelationDesk: a private desk for people who live by relationships."""

__version__ = "0.1.0"
