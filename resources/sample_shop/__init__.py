"""A shop to try the till with; where its figures come from is told in ORIGIN.md."""
