"""Tests of actions: the queue."""
