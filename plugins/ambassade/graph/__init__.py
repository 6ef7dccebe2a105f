"""Structured data: each schema.org type a small pure piece, `assemble` puts them together."""
