"""Tests of actions: months."""
