"""The one way in: facts become entries, rows and transfers."""
