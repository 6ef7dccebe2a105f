"""Tests of the rules: their samples, and what samples cannot say."""
