"""No catalogue makes averages, counts, markup or labels differ from the contract's table.

Each example is a whole site: its files are written, the command builds it, and what was built is
read as a visitor reads it. The table is written down once more in `table.py`.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, settings

from tests.ambassade_command import run
from tests.honesty import table
from tests.honesty.differences import Differences
from tests.honesty.drawn_sites import TODAY, DrawnSite, drawn_sites
from tests.honesty.read_site import read_site

if TYPE_CHECKING:
    import pytest

# A site cannot be made smaller in reasonable time: each try is a build. A difference names its file.
_FEW_LARGE = settings(
    max_examples=7,
    deadline=None,
    derandomize=True,
    print_blob=True,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.large_base_example),
)


def test_no_site_says_anything_else_than_the_table(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    met: Counter[str] = Counter()

    @_FEW_LARGE
    @given(drawn_sites())
    def compare(drawn: DrawnSite) -> None:
        folder = tmp_path_factory.mktemp("drawn")
        drawn.write(folder)
        run("build", "--on", TODAY, cwd=folder, check=0)
        built = read_site(folder / "output")
        differences = list(Differences(drawn, built).find())
        assert not differences, "\n".join([f"{len(differences)} in {folder}:", *differences[:40]])
        met.update(row for item in drawn.items for row in _rows_met(drawn, item))

    compare()
    assert set(met) >= {row.name for row in table.ROWS} | {"none"}, "a row was never drawn"


def _rows_met(drawn: DrawnSite, item: str) -> list[str]:
    cases = drawn.cases_of(item).values()
    return [
        name for case in cases for name in [row.name for row in table.rows_of(case)] or ["none"]
    ]


def test_the_oracle_rounds_half_up() -> None:
    assert [table.round_to(Fraction(each), 0) for each in ("0.5", "1.5", "2.4999")] == [1, 2, 2]
    assert str(table.round_to(Fraction("4.25"), 1)) == "4.3"
    assert str(table.round_to(Fraction(5), 1)) == "5.0"
    assert table.round_to(Fraction("1.005"), 2) == Decimal("1.01")
