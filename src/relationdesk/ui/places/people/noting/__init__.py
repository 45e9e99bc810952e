"""The line a note is typed in, and what its words offer."""
