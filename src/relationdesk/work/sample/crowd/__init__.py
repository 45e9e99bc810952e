"""Invented people without number, for desks that are as big as a life's work."""
