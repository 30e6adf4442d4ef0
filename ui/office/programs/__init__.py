"""The office's page of reward programs: started, changed, stopped, and their rules."""
