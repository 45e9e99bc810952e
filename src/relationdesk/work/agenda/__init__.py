"""What stands on each day: follow-ups, and the dates of people and partnerships."""
