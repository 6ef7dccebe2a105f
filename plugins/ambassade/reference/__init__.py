"""What is generated from the code for people and editors: schemas and the pages of `docs/`."""
