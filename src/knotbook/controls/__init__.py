"""Qt widgets and looks shared by the rooms: the number strip, the undo bar, icons, palette and style."""
