"""Packaged assets; read through `knotbook.resources` only."""
