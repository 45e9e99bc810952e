"""A new person, typed, pasted or read from a line, and who looks alike."""
