"""What the region catalogue's numbers are made from."""
