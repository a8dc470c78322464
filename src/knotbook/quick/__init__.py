"""The quick line: a palette over the window that shows what a typed line would save, and saves it."""
