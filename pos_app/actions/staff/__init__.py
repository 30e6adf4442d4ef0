"""Who works here, their PINs, and what a role or an approval allows."""
