"""Tests of actions: programs."""
