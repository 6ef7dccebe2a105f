"""`_headers` and the nginx snippet: what they say of each path, within what hosts take."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from ambassade import security_policy
from ambassade.nginx_snippet import make_nginx_snippet
from ambassade.outputs import headers as headers_file
from ambassade.public import StaticPage, Video
from ambassade.security_policy import content_policy
from tests.ambassade_command import SAMPLE_DAY, run
from tests.catalogue.records import make_review, make_settings, make_site, make_story
from tests.outputs.made import list_pages
from tests.security.headed_site import headers_of, parse_headers

if TYPE_CHECKING:
    from pathlib import Path

    from ambassade.public_site import PublicSite

PATHS = ("/", "/reviews/kettle/", "/api/v1/site.json", "/embed/a/", "/badges/a.svg", "/theme/a.css",
         "/images/a.png", "/nowhere/")  # fmt: skip


def _rules(site: PublicSite) -> list[tuple[str, list[tuple[str, str]]]]:
    ((name, data),) = headers_file.make(site, list_pages(site))
    assert name == "_headers"
    return parse_headers(data.decode())


def _policy(**given: Any) -> dict[str, list[str]]:  # noqa: ANN401 - settings
    policy = content_policy(make_site(settings=make_settings(**given)), ancestors="'none'")
    return {name: sources for name, *sources in (part.split() for part in policy.split(";"))}


def test_no_answer_has_a_header_twice_whichever_rules_fit(sample_site: Path) -> None:
    output = sample_site / "output"
    rules = parse_headers((output / "_headers").read_text("utf-8"))
    files = [path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()]
    for file in files:
        path = f"/{file.removesuffix('index.html')}"
        names = [name for name, _ in headers_of(rules, path)]
        assert sorted(set(names)) == sorted(names), path
        assert "X-Content-Type-Options" in names
        if file.endswith(".html"):
            policy = dict(headers_of(rules, path))["Content-Security-Policy"]
            assert policy.startswith("default-src 'none';")
            assert policy.endswith(";frame-ancestors 'none'")
            assert "unsafe-inline" not in policy


def test_a_page_says_itself_what_its_header_says_but_for_who_may_frame_it(
    sample_site: Path,
) -> None:
    output = sample_site / "output"
    sent = dict(headers_of(parse_headers((output / "_headers").read_text("utf-8")), "/"))
    own = sent["Content-Security-Policy"].removesuffix(";frame-ancestors 'none'")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{own}">'
    pages = list(output.rglob("*.html"))
    heads = {path: path.read_text("utf-8").partition("<title>")[0] for path in pages}
    bare = {path.relative_to(output).as_posix() for path in pages if meta not in heads[path]}
    assert bare == {"products/old-trailer/index.html"}
    # It shows nothing, runs nothing, and leads on.
    assert "default-src 'none';base-uri 'none';form-action 'none'" in heads[output / bare.pop()]
    assert len(pages) > 300


def test_only_what_is_for_other_sites_may_be_read_by_them(sample_site: Path) -> None:
    rules = parse_headers((sample_site / "output/_headers").read_text("utf-8"))
    read = {path for path, given in rules if ("Access-Control-Allow-Origin", "*") in given}
    assert read == {"/api/*", "/embed/*"}
    shown = {
        path for path, given in rules if ("Cross-Origin-Resource-Policy", "cross-origin") in given
    }
    assert shown == {"/api/*", "/embed/*", "/badges/*"}


def test_a_page_at_the_address_of_badges_is_framed_by_nobody() -> None:
    site = make_site(
        make_review(), pages=[StaticPage("content/pages/b.md", "badges", "en", "en", "Badges")]
    )
    sent = dict(headers_of(_rules(site), "/badges/"))
    assert "frame-ancestors 'none'" in sent["Content-Security-Policy"]
    assert sent["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "badges" not in make_nginx_snippet(site)


def test_under_a_path_every_rule_is() -> None:
    settings = make_settings(site_url="https://example.com/sub")
    rules = _rules(make_site(make_review(), settings=settings))
    assert all(path.startswith("/sub/") for path, _ in rules)
    sent = dict(headers_of(rules, "/sub/api/v1/site.json"))
    assert sent["Access-Control-Allow-Origin"] == "*"
    assert "frame-ancestors 'none'" in dict(headers_of(rules, "/sub/"))["Content-Security-Policy"]


def test_the_hosts_of_films_are_allowed_for_films_alone() -> None:
    full = {"consent": "text name photo video"}
    reviews = (
        make_review("a", video=Video(content_url="https://youtu.be/aB-3_x"), **full),
        make_review("b", video=Video(content_url="https://Media.example/b.mp4"), **full),
        make_review("c", video=Video(embed_url="https://x;script-src/1"), **full),
    )
    story = make_story(video="https://vimeo.com/123")
    policy = content_policy(make_site(*reviews, stories=[story]))
    assert ";frame-src https://player.vimeo.com https://www.youtube-nocookie.com;" in policy
    assert ";media-src https://media.example;" in policy
    assert "script-src 'self';" in policy
    assert policy.count("script-src") == 1
    assert "frame-ancestors" not in policy


def test_with_very_many_hosts_films_may_come_from_any_and_the_line_stays_short() -> None:
    reviews = [
        make_review(f"n{number}", video=Video(content_url=f"https://host-{number}.example/a.mp4"),
                    consent="text name video")
        for number in range(120)
    ]  # fmt: skip
    site = make_site(*reviews)
    assert ";media-src https:;" in content_policy(site)
    assert _rules(site)


def test_nothing_is_allowed_that_is_not_used() -> None:
    assert set(_policy()) == {
        "default-src", "script-src", "style-src", "img-src", "connect-src",
        "base-uri", "form-action", "frame-ancestors",
    }  # fmt: skip
    assert _policy()["script-src"] == ["'self'"]
    assert _policy(full_text_search="pagefind")["script-src"] == ["'self'", "'wasm-unsafe-eval'"]


def test_a_site_may_allow_more_and_none_gives_way() -> None:
    more = {"form-action": ("https://forms.example",), "img-src": ("data:",)}
    policy = _policy(content_security_policy=more)
    assert policy["form-action"] == ["https://forms.example"]
    assert policy["img-src"] == ["'self'", "data:"]
    assert policy["default-src"] == ["'none'"]


def test_hsts_is_sent_only_where_it_is_asked_for_and_says_nothing_of_other_hosts() -> None:
    def hsts(**given: Any) -> str | None:  # noqa: ANN401 - settings
        site = make_site(settings=make_settings(**given))
        return dict(headers_of(_rules(site), "/")).get("Strict-Transport-Security")

    assert hsts() is None
    assert hsts(hsts_days=365) == "max-age=31536000"
    assert hsts(hsts_days=0) == "max-age=0"
    assert hsts(hsts_days=365, site_url="http://example.com") is None


def test_of_very_many_pages_at_the_root_the_rules_stay_within_what_a_host_takes() -> None:
    pages = [
        StaticPage(f"content/pages/p{number}.md", f"p{number}", "en", "en", f"P{number}")
        for number in range(300)
    ]
    rules = _rules(make_site(make_review(), pages=pages))
    assert len(rules) == 100
    assert {"/reviews/*", "/theme/*", "/images/*", "/fr/*"} <= {path for path, _ in rules}


def test_files_whose_names_change_with_their_content_are_kept_for_good(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(security_policy, "FINGERPRINTED", ("theme/fixed",))
    rules = _rules(make_site())
    assert "immutable" in dict(headers_of(rules, "/theme/fixed/a.css"))["Cache-Control"]
    assert "Cache-Control" not in dict(headers_of(rules, "/theme/a.css"))


def _nginx_sends(snippet: str, path: str) -> dict[str, str]:
    """Return what nginx would send: `set`, `if` with `set`, `add_header`, and nothing else."""
    values: dict[str, str] = {}
    sent: dict[str, str] = {}
    holds = True
    for line in filter(None, (line.partition("#")[0].strip() for line in snippet.splitlines())):
        if found := re.fullmatch(r'set (\$\w+) "([^"$\\]*)";', line):
            values |= {found[1]: found[2]} if holds else {}
        elif found := re.fullmatch(r'if \(\$uri ~ "(.+)"\) \{', line):
            holds = re.search(found[1], unquote(path)) is not None
        elif line == "}":
            holds = True
        else:
            found = re.fullmatch(r'add_header ([\w-]+) (?:"([^"$\\]*)"|(\$\w+)) always;', line)
            assert found, line
            value = found[2] if found[3] is None else values[found[3]]
            sent |= {found[1]: value} if value else {}
    return sent


@pytest.mark.parametrize(
    "url",
    ["https://example.com", "https://example.com/sub.path", "https://example.com/caf%C3%A9"],
)
def test_nginx_sends_what_the_headers_file_says(url: str) -> None:
    site = make_site(make_review(), settings=make_settings(site_url=url, hsts_days=1))
    snippet, rules, base = make_nginx_snippet(site), _rules(site), site.settings.base
    for path in PATHS[:-1]:
        assert _nginx_sends(snippet, base + path) == dict(headers_of(rules, base + path)), path
    # It knows which paths are nobody's no better than the file does, and there it says more.
    nowhere = dict(headers_of(rules, f"{base}/nowhere/"))
    assert nowhere.items() < _nginx_sends(snippet, f"{base}/nowhere/").items()


def test_the_command_tells_the_snippet_and_nothing_where_there_is_an_error(
    sample_site: Path, tmp_path: Path
) -> None:
    done = run("headers", "--on", SAMPLE_DAY, cwd=sample_site, check=0)
    sent = _nginx_sends(done.stdout, "/")
    rules = parse_headers((sample_site / "output/_headers").read_text("utf-8"))
    assert sent == dict(headers_of(rules, "/"))
    (tmp_path / "reviews").mkdir()
    (tmp_path / "pelicanconf.py").write_text('SITEURL = "nowhere"\n', encoding="utf-8")
    done = run("headers", "--on", SAMPLE_DAY, cwd=tmp_path, check=1)
    assert "add_header" not in done.stdout
    assert "SITEURL" in done.stdout


def test_a_policy_is_the_same_on_every_day() -> None:
    first, second = (
        content_policy(make_site(make_review(), today=day))
        for day in (date(2026, 6, 1), date(2026, 7, 1))
    )
    assert first == second
