"""The office's page of what if, and the trial that a start asks for."""
