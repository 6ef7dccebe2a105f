"""The style guide: every widget with its examples. In builds with the setting STYLEGUIDE only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.example_records import Examples, make_examples
from ambassade.frozen import Frozen
from ambassade.locale import translations
from ambassade.page import Alternate, Crumb, Page
from ambassade.theme import package_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.public_site import PublicSite

NAME = "styleguide"
_ENDING = ".examples.html"


class StyleguideContent(Frozen, frozen=True):
    """The names of the widgets that have examples, and the records these are made of."""

    widgets: tuple[str, ...]
    examples: Examples


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the page in every language; none without a review whose address examples can take."""
    if not site.settings.styleguide or not site.reviews:
        return
    addresses = site.settings.addresses
    content = StyleguideContent(find_widgets(), make_examples(site))
    for language in site.settings.languages:
        _ = translations(language).gettext
        title = _("Style guide")
        address = addresses.of_page(language, NAME)
        yield Page(
            kind="styleguide",
            language=language,
            address=address,
            title=title,
            description=_(
                "Every part of the pages, with what it has to bear. Names and words are invented."
            ),
            content=content,
            crumbs=(Crumb(_("Home"), addresses.home(language)), Crumb(title, address)),
            alternates=tuple(
                Alternate(each, addresses.of_page(each, NAME)) for each in site.settings.languages
            ),
            indexable=False,
        )


def find_widgets() -> tuple[str, ...]:
    """Return the names of the widgets that have a file of examples beside them."""
    folder = package_theme() / "templates" / "widgets"
    return tuple(sorted(path.name.removesuffix(_ENDING) for path in folder.glob(f"*{_ENDING}")))
