"""Takes the README's picture of the sample site: `make picture`.

In: the built site in `output/`. Out: `docs/sample.png`, taken in real Chromium.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tests.chromium import open_browser, serve

REPOSITORY = Path(__file__).parent.parent
WIDTH, HEIGHT = 1280, 900
COLOURS = 128


def main() -> None:
    """Take the picture and make it small."""
    target = REPOSITORY / "docs/sample.png"
    with serve(REPOSITORY / "output") as address, open_browser() as browser:
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(f"{address}/")
        page.screenshot(path=target)
    with Image.open(target) as picture:
        picture.convert("RGB").quantize(COLOURS).save(target, optimize=True)


if __name__ == "__main__":
    main()
