"""The content contract: which keys there are, of what kind, and what they become.

One FIELDS table for each kind of file is the single source of its reader, its JSON Schema and its
page in `docs/`.
"""
