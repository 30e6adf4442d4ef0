"""Tests of documents: reports."""
