"""What `main.py bench` measures without a screen."""
