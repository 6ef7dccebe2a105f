"""Tests of Ambassade: they mirror the generator, folder by folder."""
