"""The past of another till, and the sample shop, played through the same actions."""
