"""Tests of what is on record: order, and which ratings count."""
