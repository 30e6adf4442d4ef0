"""Tests of actions: why."""
