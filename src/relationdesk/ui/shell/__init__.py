"""The window around the places: navigation, search, undo, and the screens before a desk is open."""
