"""The screen that faces the customer."""
