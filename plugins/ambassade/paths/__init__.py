"""Folders and names, however deep, long or alike, as any system has them."""
