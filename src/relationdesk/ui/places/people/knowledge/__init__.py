"""What is known of a person: preferences, facts, refusals, and what would suit."""
