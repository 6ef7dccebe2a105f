"""What must be said wherever a review's words are: that it is from elsewhere, of an insider, paid for.

In: a review's labels, and how a sentence is said. Out: the sentences, in the order of pages and feeds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ambassade.problem import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ambassade.public.review import Labels

_INSIDERS: Final = {
    "employee": N_("Written by an employee of %(company)s"),
    "family": N_("Written by a relative of someone at %(company)s"),
    "partner": N_("Written by a business partner of %(company)s"),
}


def has_ties(labels: Labels) -> bool:
    """Tell whether something must be said."""
    told = labels.relationship, labels.incentive, labels.incentive_condition, labels.publisher
    return any(told)


def tell_ties(
    labels: Labels, publisher: str, company: str, say: Callable[..., str]
) -> Iterator[str]:
    """Yield the sentences. `say` takes one as the catalogue has it, and what is put into it."""
    if labels.publisher:
        yield say(N_("Written on %(publisher)s, not collected by us"), publisher=publisher)
    if labels.relationship:
        yield say(_INSIDERS.get(labels.relationship, labels.relationship), company=company)
    if labels.incentive:
        received = N_("The author received for this review: %(incentive)s")
        yield say(received, incentive=labels.incentive)
    if labels.incentive_condition:
        yield say(N_("The author received it only for praise"))
