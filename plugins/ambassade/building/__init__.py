"""A build: what is asked of it, what it hangs on, whether anything changed, and the new site."""
