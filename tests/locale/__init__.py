"""Tests of the catalogues, and of which language is spoken where."""
