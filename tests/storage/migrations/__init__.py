"""Tests of storage's migrations."""
