"""Tests of customers' words: the small Markdown, slugs, excerpts."""
