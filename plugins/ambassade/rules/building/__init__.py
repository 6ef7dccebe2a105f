"""Faults that only show when Pelican reads the bodies of stories and pages."""
