"""Tests of actions: due."""
