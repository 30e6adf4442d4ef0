"""Tests of ui's till."""
