"""Serving: from addresses to files, from file events to builds, from crashes to faults."""
