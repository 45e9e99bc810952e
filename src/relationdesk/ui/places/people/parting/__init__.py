"""People who go: into the trash, erased, taken apart."""
