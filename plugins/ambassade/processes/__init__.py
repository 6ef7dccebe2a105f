"""Work shared among processes, and the memory that it may take."""
