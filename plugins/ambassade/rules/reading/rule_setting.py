"""A rule that the settings change without saying why, or that cannot be changed.

Why: Whoever reads the reviews may know which rules a site has set aside: the policy page shows the
reason. What cannot be read, or has no address, cannot be published at all.

Bad:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    REVIEW_RULES = {"consent-missing": {"level": "off"}}

Good:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    REVIEW_RULES = {
        "consent-missing": {"level": "off", "reason": "Consents are kept in our order system."},
    }
"""

from __future__ import annotations

from dataclasses import replace

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "S102",
    "rule-setting",
    Level.ERROR,
    N_("REVIEW_RULES lowers {code} {name} and gives no reason."),
    N_('Add "reason": the policy page shows it.'),
)
UNKNOWN = replace(
    RULE,
    fact=N_("REVIEW_RULES has {code}, which is no rule."),
    remedy=N_("Did you mean {closest}?"),
)
FIXED = replace(
    RULE,
    fact=N_("REVIEW_RULES lowers {code} {name}: what it faults cannot be published."),
    remedy=N_("Take it out, and mend what the rule finds."),
)
TWICE = replace(
    RULE,
    fact=N_("REVIEW_RULES has {code} {name} twice, by its code and by its name."),
    remedy=N_("Take one of the two out."),
)
