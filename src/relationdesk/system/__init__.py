"""The operating system, behind one door: places, keychain, clock, language, one process per desk."""
