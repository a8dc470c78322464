"""A session with one muscle: the timer, the numbers before and after, the quiet prompts, what was tried before."""
