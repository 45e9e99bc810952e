"""How the program speaks: sentences, dates and numbers in English and French.

The lowest floor: every other floor may use it, and it uses none of them.
"""
