"""The place of organisations: all of them, and the page of one."""
