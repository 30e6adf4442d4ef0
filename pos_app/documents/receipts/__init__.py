"""Receipts and slips: composed, laid out, and drawn for each kind of printer."""
