"""What is kept between runs in `.ambassade/`: known by a hash, never code, safe to delete."""
