"""Words of another language than the page's say so, for those who have pages read aloud (WCAG 2.2, 3.1.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ambassade_command import run
from tests.rules.sample_site import write_file

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
SETTINGS = """\
SITEURL = "https://example.com"
SITENAME = "Kettles"
LANGUAGES = ["en", "fr"]
COMPANY = {"name": "Kettle Works", "description": {"en": "We make kettles."}}
HEADLINE = {"fr-CA": "On aime le thé"}
REVIEW_POLICY = {"verification": {"en": "We look."}, "collection": "Par courriel."}
"""
ITEM = """\
type: Product
name: Kettle
collection: complete
description: It boils water.
"""
TRANSLATED = f'{ITEM}translations: {{fr: {{description: "Elle bout."}}}}\n'


def test_words_of_another_language_say_so(tmp_path: Path) -> None:
    write_file(tmp_path, "pelicanconf.py", SETTINGS.encode())
    write_file(tmp_path, "reviews/kettle/item.yaml", ITEM.encode())
    write_file(tmp_path, "reviews/pot/item.yaml", TRANSLATED.encode())
    run("build", *DAY, cwd=tmp_path, check=0)

    def read(path: str) -> str:
        return (tmp_path / f"output/{path}index.html").read_text(encoding="utf-8")

    assert '<p class="lead">It boils water.</p>' in read("reviews/kettle/")
    assert '<p class="lead" lang="en">It boils water.</p>' in read("fr/reviews/kettle/")
    assert '<p class="lead">Elle bout.</p>' in read("fr/reviews/pot/")
    home, french = read(""), read("fr/")
    assert '<h1 lang="fr-CA">On aime le thé</h1>' in home
    assert "<h1>On aime le thé</h1>" in french
    assert home.count('<p class="lead">We make kettles.</p>') == 2
    assert french.count('<p class="lead" lang="en">We make kettles.</p>') == 2
    policy, french = read("review-policy/"), read("fr/review-policy/")
    assert "<p>We look.</p>" in policy
    assert '<p lang="en">We look.</p>' in french
    assert "<p>Par courriel.</p>" in policy
    assert "<p>Par courriel.</p>" in french
    assert '<p lang="en">We look.</p>' in read("fr/reviews/kettle/")


def test_a_title_of_another_language_says_so_in_the_way_to_its_page(tmp_path: Path) -> None:
    write_file(tmp_path, "pelicanconf.py", SETTINGS.encode())
    write_file(tmp_path, "reviews/kettle/item.yaml", ITEM.encode())
    for number, (tag, name) in enumerate((("de", "Tee & Zeit"), ("en", "Tea & time"))):
        review = f"author: Marie\nname: {name}\nreviewBody: Number {number}.\ninLanguage: {tag}\n"
        write_file(tmp_path, f"reviews/kettle/2026-05-14-{tag}.yaml", review.encode())
    run("build", *DAY, cwd=tmp_path, check=0)
    for tag, name in (("de", '<span lang="de">Tee &amp; Zeit</span>'), ("en", "Tea &amp; time")):
        page = tmp_path / f"output/reviews/kettle/2026-05-14-{tag}/index.html"
        html = page.read_text(encoding="utf-8")
        assert f'<li aria-current="page">“{name}”, a review of Kettle</li>' in html


def test_what_a_story_or_page_of_another_language_says_of_itself_says_so(tmp_path: Path) -> None:
    write_file(tmp_path, "pelicanconf.py", SETTINGS.encode())
    for name, header in (
        ("stories/tee", "Title: Tee & Zeit\nSlug: tee\nDate: 2026-05-01\nLang: de"),
        ("stories/chai", "Title: תה\nSlug: chai\nDate: 2026-05-01\nLang: he"),
        ("pages/impressum", "Title: Impressum\nLang: de"),
    ):
        more = "Client: Kanne\nSector: Tee\nResults: 3 mehr\nVideo: https://example.com/a.mp4\n"
        said = f"{header}\n{more if name.startswith('stories') else ''}\nWas?\n"
        write_file(tmp_path, f"content/{name}.md", said.encode())
    run("build", *DAY, cwd=tmp_path, check=0)
    for page, tongue, title in (
        ("stories/tee", 'lang="de"', "Tee &amp; Zeit"),
        ("stories/chai", 'lang="he" dir="rtl"', "תה"),
        ("impressum", 'lang="de"', "Impressum"),
    ):
        html = (tmp_path / f"output/{page}/index.html").read_text(encoding="utf-8")
        assert f'<li aria-current="page"><span {tongue}>{title}</span></li>' in html
        if page.startswith("stories"):
            assert f'<p class="kicker" {tongue}>Kanne, Tee</p>' in html
            assert f'<ul class="results on-panel" {tongue}>' in html
            assert '<p lang="en" dir="ltr"><span class="video-place">' in html


def test_a_review_in_the_language_of_the_page_is_not_said_to_be_in_another(tmp_path: Path) -> None:
    write_file(tmp_path, "pelicanconf.py", SETTINGS.encode())
    write_file(tmp_path, "reviews/kettle/item.yaml", ITEM.encode())
    for number, tag in enumerate(("EN", "en-GB", "De")):
        review = f"author: Marie\nreviewBody: Number {number}.\ninLanguage: {tag}\n"
        write_file(tmp_path, f"reviews/kettle/2026-05-14-{number}.yaml", review.encode())
    run("build", *DAY, cwd=tmp_path, check=0)
    page = (tmp_path / "output/reviews/kettle/index.html").read_text(encoding="utf-8")
    assert page.count("Written in ") == 1
    assert "Written in German" in page


def test_an_answer_in_a_language_of_the_site_is_not_said_to_be_in_the_reviews(
    tmp_path: Path,
) -> None:
    write_file(tmp_path, "pelicanconf.py", SETTINGS.encode())
    write_file(tmp_path, "reviews/kettle/item.yaml", ITEM.encode())
    french = "Merci beaucoup, nous avons pris note et nous sommes très heureux pour vous."
    english = "Thank you, we are very glad that you like it and would be happy to see you again."
    answers = [
        ("he", french, ' lang="fr"'),
        ("he", english, ""),
        ("fr", english, ""),
        ("de", "Danke!", ' lang="de"'),
        ("he", "תודה", ' lang="he" dir="rtl"'),
    ]
    for number, (tag, text, _said) in enumerate(answers):
        review = (
            f"author: Marie\nreviewBody: {number}.\ninLanguage: {tag}\nreply: {{text: '{text}'}}\n"
        )
        write_file(tmp_path, f"reviews/kettle/2026-05-1{number}-tea.yaml", review.encode())
    run("build", *DAY, cwd=tmp_path, check=0)
    html = (tmp_path / "output/reviews/kettle/index.html").read_text("utf-8")
    for _tag, text, said in answers:
        assert f'<div class="reply-text"{said}><p>{text}</p></div>' in html


def test_of_two_translations_of_one_language_a_page_is_made_of_its_own(tmp_path: Path) -> None:
    languages = SETTINGS.replace('["en", "fr"]', '["fr", "en-US"]')
    write_file(tmp_path, "pelicanconf.py", languages.encode())
    write_file(tmp_path, "reviews/kettle/item.yaml", ITEM.encode())
    review = (
        "author: Marie\nreviewBody: Quelle couleur !\ninLanguage: fr\ntranslations:\n"
        "  en-GB: {reviewBody: What a colour!}\n  en-US: {reviewBody: What a color!}\n"
    )
    write_file(tmp_path, "reviews/kettle/2026-05-14-tea.yaml", review.encode())
    run("build", *DAY, cwd=tmp_path, check=0)
    french, english = (
        (tmp_path / f"output{folder}/reviews/kettle/2026-05-14-tea/index.html").read_text("utf-8")
        for folder in ("", "/en-US")
    )
    assert '<div class="review-body"><p>What a color!</p></div>' in english
    assert "What a colour!" not in english
    assert "What a colour!" in french
    assert "What a color!" in french
