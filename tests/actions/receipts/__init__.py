"""Tests of actions: receipts."""
