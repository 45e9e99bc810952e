"""Finding people and texts."""
