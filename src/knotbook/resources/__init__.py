"""The only reader of the packaged assets. No Qt."""
