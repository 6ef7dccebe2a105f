"""A static page of `content/pages/`, such as the legal notice. Its body is rendered by Pelican."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.locale import translations
from ambassade.page import Alternate, Crumb, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.public_site import PublicSite


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield every static page, in the language it is written in; its content is its header."""
    addresses = site.settings.addresses
    for static in site.pages:
        _ = translations(static.language).gettext
        address = addresses.of_page(static.language, static.slug)
        about = _("{title}, on the site of {company}.").format(
            title=static.title, company=site.settings.company.name
        )
        yield Page(
            kind="page",
            language=static.language,
            address=address,
            title=static.title,
            description=static.summary or about,
            content=static,
            crumbs=(
                Crumb(_("Home"), addresses.home(static.language)),
                Crumb(static.title, address, static.title, static.in_language),
            ),
            alternates=tuple(
                Alternate(each.language, addresses.of_page(each.language, each.slug))
                for each in site.pages
                if each.slug == static.slug
            ),
            indexable=static.listed,
            modified=static.modified,
            place=static.place("title"),
        )
