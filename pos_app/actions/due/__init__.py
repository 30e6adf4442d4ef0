"""What falls due is settled, by time or because the owner ends a period."""
