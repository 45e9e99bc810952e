"""Two organisations that are one: pointing it out, showing both, and bringing them together."""
