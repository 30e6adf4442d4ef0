"""Windows that stand alone, before there is a shop or when there is none."""
