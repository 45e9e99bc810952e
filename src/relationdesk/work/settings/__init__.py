"""The user's own details, and what follows from them."""
