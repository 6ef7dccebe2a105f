"""A planned page to HTML: its twin template, in its language, with its structured data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.numbers import format_currency, format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from ambassade.graph.assemble import build_graph
from ambassade.ids import make_ids
from ambassade.json_ld import script_text
from ambassade.locale import language_name, long_date, translations
from ambassade.pages.facet import label_facet
from ambassade.players import player_of
from ambassade.publish.picture_sources import list_copies
from ambassade.publish.template_fault import locate
from ambassade.security_policy import content_policy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ambassade.page import Page
    from ambassade.picture_variants import Offered
    from ambassade.public import Picture
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


def make_environment(site: PublicSite, templates: Sequence[Path], language: str) -> Environment:
    """Return the Jinja environment for pages in `language`."""
    environment = Environment(
        loader=FileSystemLoader([folder / "templates" for folder in templates]),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]  # of the i18n extension
    locale = Locale.parse(language, sep="-")
    settings, base = site.settings, site.settings.base
    environment.globals.update(
        site=site,
        settings=settings,
        company=settings.company,
        addresses=settings.addresses,
        ids=make_ids(settings),
        language=language,
        link=lambda address: f"{base}/{address}",
        asset=lambda path: f"{base}/theme/{path}",
        picture_link=lambda picture: _picture_link(base, picture),
        review_link=lambda review: f"{base}/{site.address_of(review, language)}",
        language_name=lambda tag: language_name(tag, language),
        facet_label=lambda facet: label_facet(facet, language),
        own_language_name=own_language_name,
        territory_name=lambda code: locale.territories.get(code, code or ""),
        og_locale=og_locale(language),
        direction=direction,
        player_of=player_of,
        content_policy=Markup(content_policy(site)),  # noqa: S704 - its sources hold no mark of HTML
    )
    environment.filters.update(
        long_date=lambda day: long_date(day, language),
        number=lambda value: format_decimal(value, locale=locale, decimal_quantization=False),
        one_decimal=lambda value: format_decimal(value, "#,##0.0", locale),
        money=lambda price, currency: format_currency(price, currency, locale=locale),
        rich=lambda text: Markup(text.html),  # noqa: S704 - sanitised by small_markdown
    )
    return environment


def _picture_link(base: str, picture: Picture) -> str:
    return f"{base}/{quote(picture.path)}"


def own_language_name(tag: str) -> str:
    """Return what a language is called in itself, with a capital as in a list: `Français`."""
    name = language_name(tag, tag)
    return name[:1].upper() + name[1:]


def og_locale(tag: str) -> str:
    """Return a language with its likely territory, as Open Graph wants it: `fr_FR`."""
    likely = get_global("likely_subtags").get(tag.replace("-", "_"), "")
    territory = likely.rpartition("_")[2]
    return f"{tag}_{territory}" if territory and "-" not in tag else tag.replace("-", "_")


def direction(tag: str) -> str:
    """Return `rtl` for languages written from right to left, else `ltr`."""
    try:
        return str(Locale.parse(tag, sep="-").text_direction)
    except (ValueError, UnknownLocaleError):
        return "ltr"
