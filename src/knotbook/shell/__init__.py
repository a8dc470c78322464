"""Composes the house: the only place that builds objects and ties rooms to the diary."""
