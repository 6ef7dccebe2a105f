"""Tests of the eligibility report."""
