"""Tables of any shape and making, row by row into people."""
