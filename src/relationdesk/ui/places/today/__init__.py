"""Today: whom to come back to, why now, and what to do about it without leaving the screen."""
