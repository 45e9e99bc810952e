"""Bringing people in: what a file holds, shown line by line before anything is written."""
