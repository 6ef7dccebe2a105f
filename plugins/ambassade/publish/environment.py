"""What templates know besides their page: the site, its settings, words and forms of one language."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from babel.core import get_global
from babel.numbers import format_currency, format_decimal, get_currency_precision
from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ambassade.disclosed_ties import tell_ties
from ambassade.ids import make_ids
from ambassade.locale import find_locale, language_name, long_date, translations
from ambassade.page import alternate_in
from ambassade.pages.facet import label_facet
from ambassade.players import player_of
from ambassade.publish.fragments import Fragments
from ambassade.publish.lean_code import mark
from ambassade.publish.template_compiler import SpeakingEnvironment
from ambassade.publish.template_words import make_words
from ambassade.security_policy import REDIRECT_POLICY, content_policy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from babel import Locale
    from jinja2 import Environment

    from ambassade.facets import Facet
    from ambassade.public import Picture
    from ambassade.public_site import PublicSite
    from ambassade.publish.compiled_templates import CompiledTemplates


def make_environment(
    site: PublicSite,
    templates: Sequence[Path],
    language: str,
    assets: str = "theme/",
    compiled: CompiledTemplates | None = None,
) -> Environment:
    """Return the Jinja environment for pages in `language`; the theme's files are at `assets`."""
    environment = SpeakingEnvironment(
        loader=FileSystemLoader([folder / "templates" for folder in templates]),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=compiled,
    )
    words = translations(language)
    environment.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]  # of the i18n extension
    said = make_words(words)
    environment.globals.update(said)
    company = site.settings.company.name
    environment.globals["tell_ties"] = partial(tell_ties, company=company, say=said["_"])
    environment.globals.update(_list_globals(site, language, f"{site.settings.base}/{assets}"))
    environment.filters.update(_list_filters(language))
    return environment


def _list_globals(site: PublicSite, language: str, assets: str) -> dict[str, Any]:
    """Return what templates know by name; the theme's files are at `assets`."""
    settings, base = site.settings, site.settings.base
    territories = find_locale(language).territories
    return {
        "site": site,
        "settings": settings,
        "company": settings.company,
        "addresses": settings.addresses,
        "ids": make_ids(settings),
        "language": language,
        "once": Fragments(),
        "link": lambda address: f"{base}/{address}",
        "asset": lambda path: f"{assets}{path}",
        "picture_link": lambda picture: _picture_link(base, picture),
        "review_link": lambda review: f"{base}/{site.address_of(review, language)}",
        "language_name": cache(lambda tag: language_name(tag, language)),
        "facet_label": _remember_facets(language),
        "own_language_name": cache(own_language_name),
        "territory_name": lambda code: territories.get(code, code or ""),
        "og_locale": og_locale(language),
        "direction": cache(direction),
        "player_of": player_of,
        "alternate_in": alternate_in,
        "redirect_policy": Markup(REDIRECT_POLICY),  # noqa: S704 - ours
        "content_policy": Markup(content_policy(site)),  # noqa: S704 - its sources hold no mark of HTML
    }


def _list_filters(language: str) -> dict[str, Callable[..., Any]]:
    """Return how templates write numbers, days and texts in `language`."""
    locale = find_locale(language)
    return {
        "long_date": cache(lambda day: long_date(day, language)),
        "number": _remember(
            lambda value: format_decimal(value, locale=locale, decimal_quantization=False)
        ),
        "one_decimal": lambda value: format_decimal(value, "#,##0.0", locale),
        "money": lambda price, currency: _write_money(price, currency, locale),
        "rich": lambda text: mark(text.html),  # sanitised by small_markdown
    }


def _write_money(price: str, currency: str, locale: Locale) -> str:
    """Return the price with the currency's decimals, and with more where more were typed."""
    decimals = price.partition(".")[2].rstrip("0")
    if len(decimals) <= get_currency_precision(currency):
        return format_currency(price, currency, locale=locale)
    return format_currency(
        price, currency, locale=locale, currency_digits=False, decimal_quantization=False
    )


def _remember(write: Callable[[Any], str]) -> Callable[[object], str]:
    """Return `write` that does its work once for a number as it stands: 4 and 4.0 are two."""
    written: dict[str, str] = {}

    def write_once(value: object) -> str:
        key = repr(value)
        if key not in written:
            written[key] = write(value)
        return written[key]

    return write_once


def _remember_facets(language: str) -> Callable[[Facet], str]:
    """Return what tells a facet's label; facets of one kind and value are called alike."""
    labels: dict[tuple[str, str], str] = {}

    def tell(facet: Facet) -> str:
        key = facet.kind, facet.value
        if key not in labels:
            labels[key] = label_facet(facet, language)
        return labels[key]

    return tell


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
    return str(find_locale(tag).text_direction)
