"""How grave the rules of truth are under each profile, as `ambassade check` tells it."""

from pathlib import Path

import pytest

from tests.ambassade_command import run
from tests.rules.sample_site import write_samples, write_site
from tests.rules.truth_samples import LONG, REVIEW, write_review, write_reviews, write_settings

FAULTY = [
    write_review("Marie", LONG),
    write_review("Paul", LONG),
    f"{REVIEW}provenance: {{incentive: yes}}\n",
    f"{REVIEW}provenance: {{incentive: A cup, incentiveCondition: positive}}\n",
    "author: {name: Marie, worksFor: Kettle Works}\nreviewBody: It boils water.\n",
    f"{REVIEW}provenance: {{verification: order}}\n",
    f"{REVIEW}provenance: {{verification: order, evidence: a1}}\n",
    f"{REVIEW}status: withheld\nwithheldFor: not-selected\n",
    f"{REVIEW}status: pending\n",
    f"{REVIEW}status: withdrawn\n",
    f"{REVIEW}reviewRating: 2\nprovenance: {{url: 'https://reviews.example.org/1'}}\n",
    "author: Anonymous\nreviewBody: It boils tea.\n",
    f"{REVIEW}corrections: [{{date: 2026-05-30, by: author, reason: A word.}}]\n",
]
CLAIMS = (
    'HEADLINE = "Verified reviews: 4.9/5"',
    'TAGLINE = "ISO 20488 certified"',
    'REVIEW_POLICY = {"publicationDays": 3}',
    "RETENTION_MONTHS = 6",
)
ALWAYS = {
    **dict.fromkeys(("R113", "R115", "R119"), "error"),
    **dict.fromkeys(("R110", "R111", "R112", "R114", "R116", "R117", "R118"), "warning"),
    **dict.fromkeys(("R120", "R121", "R122", "R123"), "warning"),
}
FOUR_LAWS = dict.fromkeys(("R110", "R111", "R112", "R114", "R120", "R121"), "error")
CHECKED = dict.fromkeys(("R116", "R122", "R123"), "error")
BY_PROFILE = {
    "": {},
    "fr": {**FOUR_LAWS, **CHECKED, "D103": "error"},
    "eu": {**FOUR_LAWS, **CHECKED},
    "us": FOUR_LAWS,
    "uk": {**FOUR_LAWS, **CHECKED},
    "b2b": {"R114": "error", "R127": "warning"},
    "iso20488": {
        **dict.fromkeys(("R114", "R117", "R123", "R124", "R126"), "error"),
        "R125": "warning",
        "R128": "information",
    },
    "google": {"R120": "error", "R121": "error", "R124": "warning"},
}


@pytest.mark.parametrize("profile", BY_PROFILE)
def test_profiles_decide_how_grave_a_fault_is(tmp_path: Path, profile: str) -> None:
    write_site(tmp_path)
    chosen = f"REVIEW_PROFILES = {[profile] if profile else []}"
    write_samples(write_reviews(*FAULTY) + write_settings(*CLAIMS, chosen), tmp_path)
    lines = run("check", "--on", "2026-06-01", cwd=tmp_path, check=1).stdout.splitlines()
    ours = {*ALWAYS, *(code for levels in BY_PROFILE.values() for code in levels)}
    told = {}
    for line in lines:
        level, code = _level_and_code(line)
        if code in ours:
            told[code] = level
    assert told == ALWAYS | BY_PROFILE[profile]


def _level_and_code(line: str) -> tuple[str, str]:
    words = line.split(": ", 2)[1:]
    if words[0] in {"warning", "information"}:
        return words[0], words[1].split()[0]
    return "error", words[0].split()[0]
