"""Tests of engine's mechanisms."""
