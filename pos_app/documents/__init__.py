"""Paper: receipts, cards and reports, composed as values and then drawn."""
