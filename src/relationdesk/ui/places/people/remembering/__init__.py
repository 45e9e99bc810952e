"""The column beside a person: what to remember, what is next, what is owed."""
