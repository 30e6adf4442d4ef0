"""What stands on receipts and slips, and the paper they stand on."""
