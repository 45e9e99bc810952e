"""Saving what can be read of a damaged desk.

The file is read page by page, past the library, which gives up where a page cannot be trusted: pages are
proved and decrypted (`pages`), rows are taken out of them (`trees`), told to which table they belong
(`gathering`), and put into a fresh desk that takes the place of the damaged one (`saving`).
"""
