"""The row above the journal: what is searched for, and by what it is narrowed down."""
