"""Tests of domain: codes."""
