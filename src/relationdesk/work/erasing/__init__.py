"""Erasing a person: off the desk, its indexes, its drafts and its backups."""

from relationdesk.work.erasing import commands, in_backups, queries

__all__ = ["commands", "in_backups", "queries"]
