"""The dialog that changes an entry, and its fields."""
