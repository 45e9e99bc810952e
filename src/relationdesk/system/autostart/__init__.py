"""Starting with the user's session: the door to what each system keeps for that.

Each system has an entry of one program: `xdg` for Linux, `run_key` for Windows, `launch_agent` for macOS.
"""
