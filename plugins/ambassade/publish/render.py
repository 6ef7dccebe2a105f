"""A planned page to HTML: its twin template, in its language, with its structured data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError
from markupsafe import Markup

from ambassade.graph.assemble import build_graph
from ambassade.json_ld import script_text
from ambassade.publish.environment import make_environment
from ambassade.publish.picture_sources import list_copies
from ambassade.publish.template_fault import locate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from jinja2 import Environment

    from ambassade.page import Page
    from ambassade.picture_variants import Offered
    from ambassade.public_site import PublicSite


@dataclass(slots=True)
class Renderer:
    """Renders the pages of one site. `bodies`: HTML of stories and static pages, by source file.

    `additions`: what plugins add to Jinja's `filters`, `globals` and `tests`; ours come first.
    `offered`: the copies of pictures, by their paths.
    """

    site: PublicSite
    templates: Sequence[Path]
    bodies: Mapping[str, str]
    additions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    offered: Mapping[str, Offered] = field(default_factory=dict)
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

    def _environment(self, language: str) -> Environment:
        if language not in self._environments:
            made = make_environment(self.site, self.templates, language)
            base = self.site.settings.base
            made.globals["picture_copies"] = lambda picture, widest=None: list_copies(
                self.offered.get(picture.path), base, widest
            )
            for kind, added in self.additions.items():
                ours = getattr(made, kind)
                ours.update({name: one for name, one in added.items() if name not in ours})
            self._environments[language] = made
        return self._environments[language]
