"""What a built site says of itself is what is on record."""
