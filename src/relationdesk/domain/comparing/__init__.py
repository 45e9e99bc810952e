"""Two copies of a desk that grew apart: what changed on each side, and how they come together again.

Rows are what is compared, by table and identity, against the state from which both began. Everything here
takes rows and gives rows; it knows no file and no screen.
"""
