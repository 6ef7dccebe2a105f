"""The rules: one small module a fault, with its code, why it is one, and samples run as tests."""
