"""What screens are drawn of: each widget shows values and knows no errand."""
