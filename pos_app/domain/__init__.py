"""The nouns of the shop, as values that know nothing of the world."""
