"""Markdown and HTML: made safe, rendered, and searched for what they say in tags."""
