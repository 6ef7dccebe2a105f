"""Which films play within a page, from which address and host."""

from __future__ import annotations

import pytest

from ambassade.players import player_of
from ambassade.public import Video

NOCOOKIE = "https://www.youtube-nocookie.com/embed/aB-3_x?autoplay=1"


def _played(film: Video | str) -> tuple[str, str, str] | None:
    player = player_of(film)
    return None if player is None else (player.element, player.address, player.host)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/watch?v=aB-3_x",
        "https://www.youtube.com/watch?t=9&v=aB-3_x",
        "https://youtu.be/aB-3_x?t=4",
        "https://m.youtube.com/shorts/aB-3_x",
        "https://www.youtube.com/embed/aB-3_x",
        "https://www.youtube-nocookie.com/embed/aB-3_x?rel=0",
        "http://youtube.com/live/aB-3_x",
    ],
)
def test_youtube_plays_from_its_host_without_cookies(address: str) -> None:
    told = ("iframe", NOCOOKIE, "www.youtube-nocookie.com")
    assert _played(address) == _played(Video(embed_url=address)) == told
    assert _played(Video(content_url=address)) == told


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://vimeo.com/123", "123?dnt=1&autoplay=1"),
        ("https://vimeo.com/123/abc9", "123?dnt=1&autoplay=1&h=abc9"),
        ("https://player.vimeo.com/video/123?h=abc9", "123?dnt=1&autoplay=1&h=abc9"),
    ],
)
def test_vimeo_is_asked_not_to_track(address: str, asked: str) -> None:
    host = "player.vimeo.com"
    assert _played(address) == ("iframe", f"https://{host}/video/{asked}", host)


def test_a_file_plays_as_a_video_and_an_embedded_page_in_a_frame() -> None:
    file, page = "https://media.example.com/a.MP4?x=1", "https://tube.example.com/embed/1"
    assert _played(file) == ("video", file, "media.example.com")
    assert _played(Video(content_url=file, embed_url=page)) == ("video", file, "media.example.com")
    assert _played(Video(embed_url=page)) == ("iframe", page, "tube.example.com")


@pytest.mark.parametrize(
    "film",
    [
        "https://tube.example.com/watch/1",
        "http://media.example.com/a.mp4",
        "https://www.youtube.com/@channel",
        "https://www.youtube.com/watch?v=<script>",
        "https://youtube.com.example.com/embed/aB",
        Video(embed_url="http://tube.example.com/1"),
        Video(),
    ],
)
def test_of_what_is_not_known_to_play_there_is_only_a_link(film: Video | str) -> None:
    assert _played(film) is None


@pytest.mark.parametrize(
    "host",
    [
        "vidéo.test",
        "my_films.test",
        "[::1]",
        "films.test.",
        "films.test:",
        "ｆilms.test",
        "f%2etest",
    ],
)
def test_a_film_whose_host_no_policy_can_allow_is_a_link(host: str) -> None:
    address = f"https://{host}/e/1.mp4"
    assert _played(address) is None
    assert _played(Video(embed_url=address)) is _played(Video(content_url=address)) is None


def test_a_host_with_a_port_plays() -> None:
    address = "https://xn--vido-dpa.test:8443/e/1"
    assert _played(Video(embed_url=address)) == ("iframe", address, "xn--vido-dpa.test:8443")
