"""A whole site looked at on one day: item by item, then together. Nothing is written."""
