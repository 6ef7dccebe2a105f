"""What a page may weigh, and what Lighthouse says of it."""
