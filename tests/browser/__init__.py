"""The sample site in real Chromium, as a visitor meets it."""
