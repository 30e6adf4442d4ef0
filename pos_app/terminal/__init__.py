"""The commands of `main.py` but one, and what they share."""
