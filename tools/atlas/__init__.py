"""Draws the body map: from measurements to SVG, and from SVG to the geometry file that the app loads."""
