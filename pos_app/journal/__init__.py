"""What happened, as canonical bytes, each entry hashed over the one before."""
