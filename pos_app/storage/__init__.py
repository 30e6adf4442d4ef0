"""The records of the shop in one SQLite file; the only package that speaks SQL."""
