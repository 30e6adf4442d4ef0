"""The queue: its board, its news, and leaving it."""
