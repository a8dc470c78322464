"""Pure numbers about a diary: frozen arrays in, frozen arrays out. No Qt, no storage."""
