"""Tests of actions: reports."""
