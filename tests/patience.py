"""How long a test waits before it gives up: far beyond what a slow and busy machine needs."""

from __future__ import annotations

# Seconds on the clock, for another process to do what it was asked.
PATIENCE = 60
# Seconds of the processor, for work that grows with its text. By the square of it, it takes minutes.
PROCESSOR_PATIENCE = 20.0
