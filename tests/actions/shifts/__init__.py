"""Tests of actions: shifts."""
