"""Tests of actions: exchanges."""
