"""Reward programs: tried, started, changed, ended; draws, periods, the queue."""
