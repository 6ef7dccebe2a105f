"""What a site's own template does wrong is told with its file and line, whatever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import files_of, run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
FOOTER = "theme/templates/partials/footer.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site with one review, built once."""
    write_site(tmp_path)
    review = b"author: Marie Dupont\nreviewBody: It boils a litre of water in two minutes.\n"
    write_file(tmp_path, "reviews/kettle/2026-05-14-boils.yaml", review)
    run("build", *DAY, cwd=tmp_path, check=0)
    return tmp_path


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{{ 1 + "a" }}', "TypeError: unsupported operand"),
        ("{{ none() }}", "TypeError: 'NoneType' object is not callable"),
        ("{{ 1 / 0 }}", "ZeroDivisionError: division by zero"),
        ("{{ _(5) }}", "TypeError"),
        ('{{ _("%(x)s") }}', "KeyError: 'x'"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}", "takes not more than 1 argument"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(b=3) }}", "takes no keyword argument 'b'"),
        ("{{ link() }}", "missing 1 required positional"),
        ("{{ once(3) }}", "TypeError: 'int' object is not callable"),
        ('{% include "partials/footer.html" %}', "RecursionError"),
        ("{{ nobody.name }}", "'nobody' is undefined"),
        ("{% if %}", "Expected an expression"),
    ],
)
def test_a_fault_is_told_with_its_line(site: Path, line: str, reason: str) -> None:
    before = files_of(site / "output")
    write_file(site, FOOTER, f"<footer>\n\n{line}</footer>".encode())
    done = run("build", *DAY, cwd=site, check=1)
    assert f"{FOOTER}:3:1: P106 template-fault:" in done.stdout
    assert reason in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert files_of(site / "output") == before


def test_bytes_that_are_no_text_are_told_with_their_file(site: Path) -> None:
    write_file(site, FOOTER, b"<footer>\xff\xfe</footer>")
    done = run("build", *DAY, cwd=site, check=1)
    assert (
        f"{FOOTER}:1:1: P106 template-fault: The template fails here: UnicodeDecode" in done.stdout
    )


def test_one_that_the_packages_templates_cannot_call_is_told(site: Path) -> None:
    write_file(site, "theme/templates/widgets/date.html", b"{% macro date() %}today{% endmacro %}")
    done = run("build", *DAY, cwd=site, check=1)
    assert "P106 template-fault" in done.stdout
    assert "macro 'date' takes not more than 0 argument(s)" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_name_of_ours_may_be_another_thing_in_a_sites_own_templates(site: Path) -> None:
    settings = """
from jinja2 import pass_context

@pass_context
def whole(context, name):
    return "told: " + str(context.resolve(name))

JINJA_GLOBALS = {"whole": whole}
"""
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(settings)
    write_file(site, "theme/templates/widgets/inc.html", b'{{ facet_label("language") }}')
    header = b'{% set facet_label = whole %}{% include "widgets/inc.html" %}'
    write_file(site, "theme/templates/partials/header.html", header)
    run("build", *DAY, cwd=site, check=0)
    assert "told: en" in (site / "output/index.html").read_text(encoding="utf-8")
