"""Tests of actions: premises."""
