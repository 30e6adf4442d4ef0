"""Tests of ui's display."""
