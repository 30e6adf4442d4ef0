"""Tests of actions: watching."""
