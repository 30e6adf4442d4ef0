"""What the shop says no to, with the facts of the moment; by what it is about."""
