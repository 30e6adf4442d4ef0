"""Widgets that only the office shows."""
