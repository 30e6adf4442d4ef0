"""Tests of domain: files."""
