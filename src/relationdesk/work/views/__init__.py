"""Filters of People that the user keeps under a name."""
