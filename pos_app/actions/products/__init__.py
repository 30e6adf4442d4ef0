"""The catalogue: found, changed, imported, and goods coming in."""
