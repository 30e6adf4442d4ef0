"""Tests of actions: books."""
