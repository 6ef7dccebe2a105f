"""All files for machines that are made of a site."""

from ambassade.eligibility.summary import list_page
from ambassade.outputs import make_item_outputs, make_outputs
from ambassade.page_lines import PageLines
from ambassade.pages import plan_pages
from ambassade.public_site import PublicSite


def list_pages(site: PublicSite) -> PageLines:
    """Return the lines of all pages."""
    return PageLines({}, [*map(list_page, plan_pages(site))])


def make_all(site: PublicSite) -> list[tuple[str, bytes]]:
    """Return the files by path, in the order in which they are made."""
    of_items = [made for item in site.items for made in make_item_outputs(site, item)]
    return [*make_outputs(site, list_pages(site)), *of_items]
