"""The office's pages of reward programs and of what if."""
