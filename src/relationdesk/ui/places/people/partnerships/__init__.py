"""A person's partnerships and their terms."""
