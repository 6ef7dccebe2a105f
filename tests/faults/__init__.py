"""What can go wrong outside a site: each fault is made for real, and the former site stays whole."""
