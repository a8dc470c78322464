"""The body map: a body to point at. Takes state, emits wishes; never writes to a diary."""
