"""The report of a day, and what all reports share: their tables, words and days."""
