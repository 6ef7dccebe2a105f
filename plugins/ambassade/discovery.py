"""Finds what a folder holds: a module that is there is a module that counts."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


@cache
def discover(package: ModuleType) -> tuple[ModuleType, ...]:
    """Return the modules of `package`'s folder, by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(package.__path__))
    return tuple(import_module(f"{package.__name__}.{name}") for name in names)
