"""The office's page of the catalogue, and what is done there."""
