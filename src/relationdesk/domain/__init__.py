"""What is true of relationships: values and pure functions that know nothing of files or screens."""
