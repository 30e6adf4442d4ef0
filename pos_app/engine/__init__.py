"""The reward engine: which programs a sale joins, and who is paid what for whom."""
