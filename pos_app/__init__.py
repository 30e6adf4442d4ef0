"""The shop without a screen; it runs headless and knows no Qt."""

__version__ = "0.1.0"
