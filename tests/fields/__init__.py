"""Tests of the content contract's tables: kinds, shapes, what each key becomes."""
