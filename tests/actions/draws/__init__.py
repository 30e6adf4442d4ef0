"""Tests of actions: draws."""
