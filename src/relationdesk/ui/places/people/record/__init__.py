"""The tab of a person's record: what is known of them, each value changed in place."""
