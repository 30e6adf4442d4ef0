"""Tests of actions: selling."""
