"""Reward programs: started, changed, ended."""
