"""Any report as a printed page or a file."""
