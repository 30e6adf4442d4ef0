"""Each kind's parameters: ranges, presets, and the rules between them."""
