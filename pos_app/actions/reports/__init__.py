"""What a manager asks of a day, a month or a year: figures, tables, files."""
