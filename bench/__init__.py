"""The comparison with other generators: `make bench`. README.md tells what is compared and how."""
