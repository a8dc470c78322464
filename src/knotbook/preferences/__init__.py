"""What the person may choose, and the page to choose it on."""
