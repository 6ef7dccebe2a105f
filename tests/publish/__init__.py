"""Publishing: real folders, real processes."""
