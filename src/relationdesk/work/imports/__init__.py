"""Bringing people in from other programs."""
