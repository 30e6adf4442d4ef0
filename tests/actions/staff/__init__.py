"""Tests of actions: staff."""
