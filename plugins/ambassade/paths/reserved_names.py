"""Names that Windows keeps for its devices, with any ending: no file or folder can be called so there.

Source: Microsoft, Naming Files, Paths, and Namespaces.
"""

_DEVICES = frozenset(
    (
        "aux",
        "con",
        "nul",
        "prn",
        *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)),
    )
)


def is_reserved(name: str) -> bool:
    """Tell whether `name`, of a file or folder, is one that Windows cannot make, or would change."""
    return name.lower().partition(".")[0] in _DEVICES or (
        name.endswith(".") and name.strip(".") != ""
    )
