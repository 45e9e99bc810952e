"""The command line: the same program without the window."""
