"""A planned page to HTML: its twin template, in its language, with its structured data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError
from markupsafe import Markup

from ambassade.graph.assemble import build_graph
from ambassade.json_ld import script_text
from ambassade.publish.compiled_templates import CompiledTemplates
from ambassade.publish.environment import make_environment
from ambassade.publish.picture_sources import list_copies
from ambassade.publish.template_fault import locate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from jinja2 import Environment

    from ambassade.page import Page
    from ambassade.picture_variants import Offered
    from ambassade.public import PublicItem
    from ambassade.public_site import PublicSite


# The level of the heading of a card on the wall and at a topic.
_CARD_LEVEL = 2


@dataclass(slots=True)
class Renderer:
    """Renders the pages of one site. `bodies`: HTML of stories and static pages, by source file.

    `additions`: what plugins add to Jinja's `filters`, `globals` and `tests`; ours come first.
    `offered`: the copies of pictures, by their paths. `assets`: where the theme's files are.
    """

    site: PublicSite
    templates: Sequence[Path]
    bodies: Mapping[str, str]
    additions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    offered: Mapping[str, Offered] = field(default_factory=dict)
    assets: str = "theme/"
    _environments: dict[str, Environment] = field(default_factory=dict)

    def render(self, page: Page) -> bytes:
        """Return the page as UTF-8 HTML. Raises TemplateFault."""
        try:
            return self._render(page)
        except TemplateError as error:
            raise locate(error) from None

    def _render(self, page: Page) -> bytes:
        environment = self._environment(page.language)
        graph = build_graph(page, self.site)
        source = getattr(getattr(page.content, "story", page.content), "file", "")
        html = environment.get_template(f"{page.kind}.html").render(
            page=page,
            content=page.content,
            graph=Markup(script_text(graph)) if graph else None,  # noqa: S704 - escaped for script
            body=Markup(self.bodies.get(source, "")),  # noqa: S704 - the site's own, from Pelican
        )
        return html.encode()

    def render_cards(self, item: PublicItem) -> list[str]:
        """Return the cards of an item's reviews, as lists of several items' reviews show them."""
        return [
            str(card(review, _CARD_LEVEL))
            for card, _language in self._cards()
            for review in item.reviews
        ]

    def take_cards(self, item: PublicItem, cards: Sequence[str]) -> None:
        """Take the cards that `render_cards` made in another process."""
        made = iter(cards)
        for card, language in self._cards():
            once: Any = self._environment(language).globals["once"]
            for review in item.reviews:
                once.give(card, (review, _CARD_LEVEL), next(made))

    def _cards(self) -> Iterator[tuple[Any, str]]:
        for language in self.site.settings.languages:
            template = self._environment(language).get_template("widgets/quote_card.html")
            yield template.module.quote_card, language  # type: ignore[attr-defined]  # a macro of it

    def _environment(self, language: str) -> Environment:
        if language not in self._environments:
            # What plugins add takes the place of nothing that the package's templates use.
            compiled = CompiledTemplates(language)
            made = make_environment(self.site, self.templates, language, self.assets, compiled)
            base = self.site.settings.base
            made.globals["picture_copies"] = lambda picture, widest=None: list_copies(
                self.offered.get(picture.path), base, widest
            )
            for kind, added in self.additions.items():
                ours = getattr(made, kind)
                ours.update({name: one for name, one in added.items() if name not in ours})
            self._environments[language] = made
        return self._environments[language]
