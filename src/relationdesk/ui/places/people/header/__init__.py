"""The head of a person's screen: the relationship in one look, and the picture."""
