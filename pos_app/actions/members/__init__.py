"""Members: found, registered, merged, erased; their cards."""
