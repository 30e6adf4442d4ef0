"""Members: found, registered, their cards, and what they do with their rewards."""
