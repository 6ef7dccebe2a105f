"""A template of the theme that fails.

Why: A page with a hole would be published.

Bad:
    # file: theme/templates/not_found.html
    {% extends "base.html" %}
    {% block main %}{{ no_such_name }}{% endblock %}

Good:
    # file: theme/templates/not_found.html
    {% extends "base.html" %}
    {% block main %}<h1>{{ page.title }}</h1>{% endblock %}
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "P106",
    "template-fault",
    Level.ERROR,
    N_("The template fails here: {reason}."),
    N_("Mend it, or delete it: the package's own then serves."),
)
