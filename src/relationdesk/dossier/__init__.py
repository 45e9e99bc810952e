"""Documents about one person, made to be read by someone: what they hold, their words, their writers.

`content` is what a document shows, `wording` says it in the reader's language, and each writer
(`pdf`) turns those words into bytes. Writing a file is left to the caller.
"""
