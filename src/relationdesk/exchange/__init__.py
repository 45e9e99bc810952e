"""Other programs' formats: what comes in from their files and what goes out to them."""
