"""Tests of what the world may see."""
