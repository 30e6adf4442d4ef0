"""The draw's protocol: read, checked by anybody, published."""
