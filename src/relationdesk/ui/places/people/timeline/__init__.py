"""Everything about a person in one order, month by month."""
