"""The words of templates in one language: `_` and `ngettext`, as Jinja's i18n extension has them.

In: a gettext catalogue. Out: the functions that templates call. Theirs are those of the extension's
new style, at a fifth of its time: a page says some hundred sentences, and most of them have no value
put in.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from ambassade.publish.lean_code import escape_text, mark

if TYPE_CHECKING:
    import gettext
    from collections.abc import Callable


def make_words(catalogue: gettext.NullTranslations) -> dict[str, Callable[..., Markup]]:
    """Return the functions by the names that templates know them by.

    The sentence is trusted, what is put into it is escaped; `%%` is a per cent sign.
    """

    @cache
    def bare(message: str) -> Markup:
        return Markup(catalogue.gettext(message) % {})  # noqa: S704 - the catalogue is ours

    find, find_number = cache(catalogue.gettext), lru_cache(4096)(catalogue.ngettext)

    def gettext(message: str, /, **values: object) -> Markup:
        return _fill(find(message), values) if values else bare(message)

    def ngettext(singular: str, plural: str, number: int, /, **values: object) -> Markup:
        values.setdefault("num", number)
        return _fill(find_number(singular, plural, number), values)

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext}


def _fill(message: str, values: dict[str, Any]) -> Markup:
    for name, value in values.items():
        if type(value) is not Markup:
            values[name] = escape_text(value) if type(value) is str else escape(value)
    return mark(message % values)  # type: ignore[no-any-return]  # escaped
