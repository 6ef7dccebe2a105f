"""Tests of reading files: YAML, headers, a site's folder."""
