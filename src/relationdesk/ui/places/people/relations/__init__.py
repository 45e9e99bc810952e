"""Who knows whom, as rows and as a circle."""
