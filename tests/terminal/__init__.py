"""Tests of the shop without a screen: each command as it is typed."""
