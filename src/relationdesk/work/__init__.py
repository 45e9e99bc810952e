"""What a consultant does: one package for each area, with its queries and its commands.

Queries read and are light to import. Commands change the desk and draw in the ORM, so a package
imports its `commands` only when they are first asked for, which the window does on the desk's thread.
"""
