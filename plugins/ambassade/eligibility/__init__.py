"""Which search features each page may be shown with, which not, why, and what would change it."""
