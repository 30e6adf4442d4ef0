"""Tests of actions: safekeeping."""
