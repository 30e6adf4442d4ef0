"""The office's page of reward programs, and the rules of the shop."""
