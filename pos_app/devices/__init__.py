"""The machines on the counter: printers and the drawer."""
