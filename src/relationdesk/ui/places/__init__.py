"""The places of the window: Today, People, and those to come."""
