"""The sample site as the world gets it, held against checks that know nothing of Ambassade."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.ambassade_command import SAMPLE_DAY, run
from tests.conftest import PATH_URL, ROOT_URL
from tests.site_checks import CHECKS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_at_the_root_of_a_host_nothing_is_found_by(name: str, sample_site: Path) -> None:
    assert CHECKS[name](sample_site / "output", ROOT_URL) == []


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_under_a_path_nothing_is_found_by(name: str, sample_under_path: Path) -> None:
    assert CHECKS[name](sample_under_path / "output", PATH_URL) == []


def test_the_sample_shows_what_there_is_to_show(sample_site: Path) -> None:
    items = [_load(path) for path in sorted(sample_site.glob("reviews/*/item.yaml"))]
    reviews = [_load(path) for path in sorted(sample_site.glob("reviews/*/2*.yaml"))]
    statuses = Counter(review.get("status", "published") for review in reviews)
    types = {item["type"] for item in items}
    assert len(items) >= 7
    assert len(reviews) >= 80
    assert {"Product", "SoftwareApplication", "Course", "Book", "Service", "LocalBusiness"} <= types
    assert {"pending", "withheld", "withdrawn"} <= set(statuses)
    assert any(item["collection"] == "selection" for item in items)
    for key in ("reply", "excerpt", "reviewAspect", "translations", "video", "corrections"):
        assert any(key in review for review in reviews), key
    assert any("publisher" in review.get("provenance", {}) for review in reviews)
    assert any("incentive" in review.get("provenance", {}) for review in reviews)


def test_every_sample_file_names_its_schema(sample_site: Path) -> None:
    for path in sample_site.glob("reviews/*/*.yaml"):
        kind = "item" if path.name == "item.yaml" else "review"
        first = path.read_text(encoding="utf-8").split("\n", 1)[0]
        assert first == f"# yaml-language-server: $schema=../{kind}.schema.json", path


def test_no_secret_reaches_any_byte_or_file_name(sample_site: Path) -> None:
    output = sample_site / "output"
    names = "\n".join(path.relative_to(output).as_posix() for path in output.rglob("*"))
    whole = names + "\n".join(
        path.read_bytes().decode("utf-8", "replace") for path in output.rglob("*") if path.is_file()
    )
    secrets = list(_secrets(sample_site))
    assert len(secrets) > 50
    assert [secret for secret in secrets if secret in whole] == []


def test_every_page_counts_all_ratings_of_its_item(sample_site: Path) -> None:
    told: set[tuple[float, int]] = set()
    for number in ("", "page/2/"):
        html = (sample_site / f"output/reviews/workshop-log/{number}index.html").read_text("utf-8")
        graph = json.loads(re.findall(r'ld\+json">(.*?)</script>', html, re.DOTALL)[0])["@graph"]
        told.update(
            (node["aggregateRating"]["ratingValue"], node["aggregateRating"]["ratingCount"])
            for node in graph
            if "aggregateRating" in node
        )
    assert len(told) == 1


def test_lists_home_and_stories_carry_no_rating_markup(sample_site: Path) -> None:
    output = sample_site / "output"
    pages = [output / "index.html", output / "fr/index.html", *output.glob("reviews/index.html")]
    pages += [*output.glob("topics/**/index.html"), *output.glob("stories/**/index.html")]
    assert len(pages) > 10
    for page in pages:
        graph = re.findall(r'ld\+json">(.*?)</script>', page.read_text("utf-8"), re.DOTALL)
        assert not re.search(r'"(aggregateRating|reviewRating|Review)"', "".join(graph)), page


def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def _secrets(site: Path) -> set[str]:
    """Return surnames that are not shown, evidence, and words that may not be seen."""
    found = set()
    for path in site.glob("reviews/*/2*.yaml"):
        review = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
        author = review["author"] if isinstance(review["author"], dict) else {}
        name = author.get("name") or review["author"]
        if author.get("display") != "full" and " " in name:
            found.add(name)
        if review.get("provenance", {}).get("evidence"):
            found.add(review["provenance"]["evidence"])
        if review.get("status", "published") != "published":
            found.add(" ".join(review["reviewBody"].split()[:8]))
    return found


def test_under_the_profiles_it_is_published_with_only_the_lock_may_be_left_to_make(
    sample_site: Path,
) -> None:
    written = (sample_site / "publishconf.py").read_text(encoding="utf-8")
    assert 'REVIEW_PROFILES = ["fr", "eu", "us", "google"]' in written
    done = run("check", "--settings", "publishconf.py", "--on", SAMPLE_DAY, cwd=sample_site)
    errors = [
        line
        for line in done.stdout.splitlines()
        if not re.search(r"^(\S+: )?(warning|information): |^V104 ", line)
    ]
    assert errors == []
