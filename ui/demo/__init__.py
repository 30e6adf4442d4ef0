"""A day in the sample shop, played by keys through the real screens."""
