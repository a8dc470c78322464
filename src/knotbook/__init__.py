"""Knotbook: a body-map diary for self-massage, stretching and strength work."""
