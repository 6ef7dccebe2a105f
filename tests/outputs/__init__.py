"""Tests of feeds, sitemap, robots.txt and JSON."""
