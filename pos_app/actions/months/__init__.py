"""What accountants and allied stores get of a month or a year."""
