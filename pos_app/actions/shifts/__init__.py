"""Who sits at the till, and the drawer from its float to its count."""
