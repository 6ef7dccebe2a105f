"""A planned page to HTML: its twin template, in its language, with its structured data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError
from markupsafe import Markup

from ambassade.graph.assemble import build_graph
from ambassade.graph.kept_nodes import KeptNodes
from ambassade.json_ld import script_text
from ambassade.publish.compiled_templates import CompiledTemplates
from ambassade.publish.environment import make_environment
from ambassade.publish.lean_code import is_ours
from ambassade.publish.picture_sources import list_copies
from ambassade.publish.template_fault import locate, locate_any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from jinja2 import Environment

    from ambassade.page import Page
    from ambassade.pictures.picture_variants import Offered
    from ambassade.public import PublicItem, PublicReview
    from ambassade.public_site import PublicSite
    from ambassade.publish.cards import CardStore


# The level of the heading of a card on the wall and at a topic.
_CARD_LEVEL = 2


@dataclass(slots=True)
class Renderer:
    """Renders the pages of one site. `bodies`: HTML of stories and static pages, by source file.

    `additions`: what plugins add to Jinja's `filters`, `globals` and `tests`; ours come first.
    `offered`: the copies of pictures, by their paths. `assets`: where the theme's files are. `cards`:
    where those of reviews are kept.
    """

    site: PublicSite
    templates: Sequence[Path]
    bodies: Mapping[str, str]
    additions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    offered: Mapping[str, Offered] = field(default_factory=dict)
    assets: str = "theme/"
    cards: CardStore | None = None
    _environments: dict[str, Environment] = field(default_factory=dict)
    _nodes: KeptNodes = field(init=False)

    def __post_init__(self) -> None:
        """Begin with no page."""
        self._nodes = KeptNodes(self.site.settings)

    def render(self, page: Page) -> bytes:
        """Return the page as UTF-8 HTML. Raises TemplateFault."""
        try:
            return self._render(page)
        except TemplateError as error:
            raise locate(error) from None
        except MemoryError:
            raise
        except Exception as error:
            # A site's own template may do whatever Python can, and so may what ours call of it.
            fault = locate_any(error, self.templates[:-1])
            if fault is None:
                raise
            raise fault from None

    def _render(self, page: Page) -> bytes:
        environment = self._environment(page.language)
        graph = build_graph(page, self.site, self._nodes)
        source = getattr(getattr(page.content, "story", page.content), "file", "")
        html = environment.get_template(f"{page.kind}.html").render(
            page=page,
            content=page.content,
            graph=Markup(script_text(graph)) if graph else None,  # noqa: S704 - escaped for script
            body=Markup(self.bodies.get(source, "")),  # noqa: S704 - the site's own, from Pelican
        )
        return html.encode()

    def keep_cards(self, item: PublicItem) -> None:
        """Keep the cards of an item's reviews, for lists of several items' reviews."""
        if self.cards is None:
            return
        known = self.cards.recall(item.slug)
        try:
            made = {
                each: self._make_cards(item, each, known.get(each, {}))
                for each in self.site.settings.languages
            }
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - a list will fail in the same way, and tell it
            return
        self.cards.keep(item.slug, made)

    def _make_cards(
        self, item: PublicItem, language: str, known: Mapping[str, str]
    ) -> dict[str, str]:
        card = self._card(self._environment(language))
        if card is None:
            return {}
        return {
            one.identifier: known.get(one.identifier) or card(one, _CARD_LEVEL)
            for one in item.reviews
        }

    def _card(self, environment: Environment) -> Any:  # noqa: ANN401 - a macro
        """Return what makes cards; None where the site has a template of its own for them."""
        template = environment.get_template("widgets/quote_card.html")
        return template.module.quote_card if is_ours(template.filename) else None  # type: ignore[attr-defined]  # a macro of it

    def _borrow_cards(self, environment: Environment, language: str) -> None:
        card, cards = self._card(environment), self.cards
        if card is None or cards is None:
            return

        def lend(review: PublicReview, *rest: object) -> str | None:
            return cards.find(language, review) if rest == (_CARD_LEVEL,) else None

        once: Any = environment.globals["once"]
        once.borrow(card, lend)

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
            if self.cards is not None:
                self._borrow_cards(made, language)
        return self._environments[language]
