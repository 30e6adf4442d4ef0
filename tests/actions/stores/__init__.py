"""Tests of actions: stores."""
