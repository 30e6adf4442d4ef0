"""The office's page of members, and what is done there."""
