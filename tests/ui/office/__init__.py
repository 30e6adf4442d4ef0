"""Tests of ui's office."""
