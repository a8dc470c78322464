"""What else was done and felt today: exercises, routines, joint signs, the day's check-in, words for a pain."""
