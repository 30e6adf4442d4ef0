"""What `main.py bench` measures on real screens."""
