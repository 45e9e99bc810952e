"""A desk of invented people to look around in."""
