"""Packaged assets."""
