"""Tests of actions: replays."""
