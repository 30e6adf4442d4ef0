"""Widgets that only the till shows."""
