"""Paper that a sale owes: what it says, and that it comes out."""
