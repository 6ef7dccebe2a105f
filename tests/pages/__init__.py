"""Tests of which pages there are, and where."""
