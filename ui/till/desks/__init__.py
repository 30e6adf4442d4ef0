"""The desks of the till: which panels and errands follow one another."""
