"""The sample site, built."""
