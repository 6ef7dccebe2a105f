"""Organization or LocalBusiness: the company. Never rated: it controls these reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.item_types.local_business import describe_address
from ambassade.opening_hours import is_readable

if TYPE_CHECKING:
    from ambassade.ids import Ids
    from ambassade.json_ld import Node
    from ambassade.settings import Settings


def organization(settings: Settings, ids: Ids) -> Node:
    """Return the node of the company, whole."""
    company = settings.company
    is_place = company.type == "LocalBusiness"
    policy = settings.addresses.of_review_policy(settings.default_language)
    return {
        "@type": company.type,
        "@id": ids.organization,
        "name": company.name,
        "legalName": company.legal_name,
        "description": company.description.get(settings.default_language),
        "url": company.url or ids.url(""),
        "logo": {"@type": "ImageObject", "url": ids.picture(company.logo)}
        if company.logo
        else None,
        "image": ids.picture(company.image) if company.image else None,
        "telephone": company.telephone,
        "email": company.email,
        "address": describe_address(company.address) if company.address else None,
        "areaServed": company.area_served,
        "openingHours": [*filter(is_readable, company.opening_hours)] if is_place else None,
        "priceRange": company.price_range if is_place else None,
        "sameAs": company.same_as,
        "publishingPrinciples": ids.url(policy),
    }


def organization_reference(settings: Settings, ids: Ids) -> Node:
    """Return the company as others name it: what carries a type also carries a name."""
    return {
        "@type": settings.company.type,
        "@id": ids.organization,
        "name": settings.company.name,
    }
