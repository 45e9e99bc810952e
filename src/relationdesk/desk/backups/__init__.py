"""Backups of a desk: made, checked, thinned, looked into and restored.

Every function here may be called on any thread and opens connections of its own; none touches the two
connections of an open desk. What takes long is given a `Step` to call between its parts.
"""
