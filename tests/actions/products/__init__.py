"""Tests of actions: products."""
