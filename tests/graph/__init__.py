"""Tests of structured data: the exact JSON-LD of small pages."""
