"""The place of what was thrown away: looked at, put back, or removed for good."""
