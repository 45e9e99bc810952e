"""Dossiers about one person."""
