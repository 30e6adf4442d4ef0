"""Tests of actions: trying."""
