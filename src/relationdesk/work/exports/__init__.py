"""What leaves the desk: people as vCard, and the whole desk as an archive."""
