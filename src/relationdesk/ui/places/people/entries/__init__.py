"""Entries of a history: opened, told otherwise, filtered and found."""
