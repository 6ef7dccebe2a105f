"""Faults told while a file is read: one module a fault, with its sentences."""
