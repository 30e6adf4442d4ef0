"""Reward programs: started, changed, ended; draws and periods."""
