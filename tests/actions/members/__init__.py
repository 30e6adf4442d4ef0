"""Tests of actions: members."""
