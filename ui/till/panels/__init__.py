"""The panels of the till: each takes a place and asks one thing."""
