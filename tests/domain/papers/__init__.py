"""Tests of domain: papers."""
