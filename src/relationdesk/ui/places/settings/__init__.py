"""Settings: how the program looks and speaks, and how the desk is kept."""
