"""Making, finding, unlocking and opening a desk."""
