"""The shop without a screen: nouns, rewards, books, records and errands; it knows no Qt."""

__version__ = "0.1.0"
