"""The door of a running window: by it another start of the program, or a verb, reaches the window.

Bytes and JSON over a local socket, never pickles. Both sides prove that they read the same note, which only
this user's processes can; and nobody is waited for without end.
"""
