"""Bundles: a whole desk in one file, to be carried to another computer and back.

Every function here may be called on any thread and opens connections of its own. What takes long is given a
`Step` to call between its parts.
"""
