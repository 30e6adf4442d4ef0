"""What each mechanism keeps, as records of the shop's file."""
