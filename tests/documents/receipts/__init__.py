"""Tests of documents: receipts."""
