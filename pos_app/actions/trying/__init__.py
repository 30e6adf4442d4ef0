"""Programs tried on past or made-up sales before they start."""
