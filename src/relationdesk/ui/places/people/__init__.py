"""The place where people are found, read and remembered."""
