"""The journal: every entry of every kind, newest first by day, and the dialog that changes one."""
