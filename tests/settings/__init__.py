"""Tests of the settings files and of pictures."""
