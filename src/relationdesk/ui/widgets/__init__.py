"""Pieces used in several places: values go in, signals come out."""
