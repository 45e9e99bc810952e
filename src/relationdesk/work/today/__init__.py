"""Today: whom to come back to, and why now."""
