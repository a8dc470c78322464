"""Charts of what was logged. This file imports nothing: pyqtgraph is loaded only with the module that needs it."""
