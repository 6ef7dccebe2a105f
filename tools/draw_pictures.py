"""Draw every picture of the sample site into `content/images/`.

In: nothing but the shapes below. Out: one file a picture, the same bytes each time for the same
version of Pillow. Run `python tools/draw_pictures.py` from anywhere. All lengths are pixels of the
finished picture.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

IMAGES = Path(__file__).resolve().parent.parent / "content" / "images"
OVERSAMPLING = 3
COLOURS = 64
JPEG_QUALITY = 80
GOLDEN = 0.618034  # steps of this fraction never fall into rows

INK, TEAL, SAGE, MIST = "#22304a", "#2f6f73", "#8fb9a8", "#d3e4e2"
CREAM, SAND, CLAY, RUST = "#f7f0e3", "#ead7b7", "#d9694a", "#a8452f"
MUSTARD, MAUVE, WHITE, NIGHT = "#e9b44c", "#9c86b3", "#fffdf8", "#18233a"

Point = tuple[float, float]


@dataclass
class Scene:
    """A canvas drawn larger than it is saved, so that edges come out smooth."""

    width: int
    height: int
    ground: str
    canvas: Image.Image = field(init=False)
    pen: ImageDraw.ImageDraw = field(init=False)

    def __post_init__(self) -> None:
        """Open the canvas in its ground colour."""
        size = (self.width * OVERSAMPLING, self.height * OVERSAMPLING)
        self.canvas = Image.new("RGB", size, self.ground)
        self.pen = ImageDraw.Draw(self.canvas)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a circle."""
        self.oval(x, y, radius, radius, colour)

    def oval(self, x: float, y: float, across: float, down: float, colour: str) -> None:
        """Fill an ellipse, given its two half-axes."""
        self.pen.ellipse(_scaled((x - across, y - down), (x + across, y + down)), fill=colour)

    def ring(self, x: float, y: float, radius: float, colour: str, width: float) -> None:
        """Draw a circle's line, inside its radius."""
        box = _scaled((x - radius, y - radius), (x + radius, y + radius))
        self.pen.ellipse(box, outline=colour, width=round(width * OVERSAMPLING))

    def box(
        self, x: float, y: float, across: float, down: float, colour: str, corner: float = 0
    ) -> None:
        """Fill a rectangle from its upper left corner, its corners rounded or not."""
        outline = _scaled((x, y), (x + across, y + down))
        self.pen.rounded_rectangle(outline, round(corner * OVERSAMPLING), fill=colour)

    def shape(self, points: Sequence[Point], colour: str) -> None:
        """Fill a polygon."""
        self.pen.polygon(_scaled(*points), fill=colour)

    def path(self, points: Sequence[Point], colour: str, width: float) -> None:
        """Draw a line through the points, with round ends and corners."""
        self.pen.line(
            _scaled(*points), fill=colour, width=round(width * OVERSAMPLING), joint="curve"
        )
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2, colour)

    def words(self, x: float, y: float, text: str, size: float, colour: str) -> None:
        """Write one line in Pillow's own typeface."""
        typeface = ImageFont.load_default(size * OVERSAMPLING)
        self.pen.text((x * OVERSAMPLING, y * OVERSAMPLING), text, fill=colour, font=typeface)

    def picture(self) -> Image.Image:
        """Bring the canvas to the picture's size."""
        return self.canvas.resize((self.width, self.height), Image.Resampling.LANCZOS)


def _scaled(*points: Point) -> list[float]:
    """Flatten the points to coordinates of the canvas."""
    return [value * OVERSAMPLING for point in points for value in point]


def _around(x: float, y: float, radius: float, count: int, turn: float = 0) -> list[Point]:
    """Spread points evenly on a circle."""
    angles = [turn + 2 * pi * step / count for step in range(count)]
    return [(x + radius * cos(angle), y + radius * sin(angle)) for angle in angles]


# --- things -------------------------------------------------------------------------------------


def wheel(scene: Scene, x: float, y: float, radius: float, rim: str = INK) -> None:
    """A wheel of twelve spokes."""
    for end in _around(x, y, radius * 0.95, 12, 0.1):
        scene.path([(x, y), end], rim, radius * 0.018)
    scene.ring(x, y, radius, rim, radius * 0.11)
    scene.disc(x, y, radius * 0.1, rim)


def bicycle(scene: Scene, x: float, ground: float, radius: float, paint: str) -> None:
    """A bicycle heading right; `x` is its rear axle, `radius` that of its wheels."""

    def at(right: float, up: float) -> Point:
        return x + right * radius, ground - up * radius

    for axle in (at(0, 1), at(3.15, 1)):
        wheel(scene, *axle, radius)
    crank, seat, head, crown = at(1.4, 0.92), at(1.02, 2.15), at(2.62, 2.3), at(2.72, 2.0)
    scene.path([at(0, 1), crank, seat, at(0, 1)], paint, radius * 0.13)
    scene.path([seat, head, crown, crank], paint, radius * 0.13)
    scene.path([crown, at(3.15, 1)], paint, radius * 0.13)
    scene.path([seat, at(0.93, 2.5)], INK, radius * 0.1)
    scene.path([at(0.62, 2.52), at(1.2, 2.52)], INK, radius * 0.18)
    scene.path([head, at(2.54, 2.62), at(2.86, 2.7), at(3.0, 2.55)], INK, radius * 0.1)
    scene.ring(*crank, radius * 0.3, INK, radius * 0.08)
    scene.path([at(1.25, 1.35), at(1.55, 0.49)], INK, radius * 0.09)


def trailer(scene: Scene, x: float, ground: float, radius: float, paint: str) -> None:
    """A loaded trailer whose drawbar meets the rear axle of a bicycle at `x`."""
    left, floor = x - radius * 4.1, ground - radius * 1.05
    scene.path([(x, ground - radius), (x - radius * 1.2, floor), (left, floor)], INK, radius * 0.13)
    scene.box(left, floor - radius * 0.75, radius * 2.6, radius * 0.8, paint, radius * 0.1)
    for step in range(3):
        slot = left + radius * (0.2 + step * 0.8)
        scene.box(slot, floor - radius * 0.58, radius * 0.6, radius * 0.14, CREAM)
    wheel(scene, left + radius * 1.3, ground - radius * 0.62, radius * 0.62)


def crates(scene: Scene, x: float, ground: float, radius: float) -> None:
    """The load of the trailer at `x`."""
    left, top = x - radius * 4.0, ground - radius * 1.8
    scene.box(left, top - radius * 0.8, radius * 1.1, radius * 0.85, SAND, 4)
    scene.box(left + radius * 1.2, top - radius * 1.1, radius * 1.15, radius * 1.15, MUSTARD, 4)
    scene.box(left + radius * 0.25, top - radius * 1.45, radius * 0.7, radius * 0.7, MAUVE, 4)


def hills(scene: Scene, base: float, colours: Sequence[str]) -> None:
    """Rows of hills, the nearest last, down to the lower edge."""
    for row, colour in enumerate(colours):
        step, lift = scene.width / 2.2, base + row * scene.height * 0.06
        for hump in range(-1, 4):
            scene.oval(
                step * (hump + row * 0.45), lift + step * 0.32, step * 0.72, step * 0.36, colour
            )
        scene.box(0, lift + step * 0.16, scene.width, scene.height, colour)


def spanner(scene: Scene, x: float, y: float, length: float, colour: str, hole: str) -> None:
    """An upright spanner, open at the top, ringed at the bottom."""
    width = length * 0.13
    scene.path([(x, y), (x, y + length)], colour, width)
    scene.disc(x, y, width * 1.25, colour)
    scene.box(x - width * 0.45, y - width * 1.5, width * 0.9, width * 1.5, hole)
    scene.disc(x, y + length, width * 1.1, colour)
    scene.disc(x, y + length, width * 0.5, hole)


def cog(scene: Scene, x: float, y: float, radius: float, colours: tuple[str, str]) -> None:
    """A toothed wheel and its hole."""
    for tooth in _around(x, y, radius, 16):
        scene.disc(*tooth, radius * 0.13, colours[0])
    scene.disc(x, y, radius, colours[0])
    for hole in _around(x, y, radius * 0.6, 5, 0.3):
        scene.disc(*hole, radius * 0.2, colours[1])
    scene.disc(x, y, radius * 0.2, colours[1])


def poplar(scene: Scene, x: float, ground: float, height: float, leaf: str) -> None:
    """A slim tree."""
    scene.path([(x, ground), (x, ground - height * 0.5)], RUST, height * 0.04)
    scene.oval(x, ground - height * 0.58, height * 0.14, height * 0.42, leaf)


def bag(scene: Scene, x: float, y: float, width: float, paint: str) -> None:
    """A roll-top pannier, from its upper left corner."""
    for hook in (0.22, 0.72):
        scene.box(x + width * hook, y - width * 0.1, width * 0.07, width * 0.3, INK, width * 0.03)
    foot = y + width * 1.2
    scene.shape([(x, y), (x + width, y), (x + width * 0.93, foot), (x + width * 0.07, foot)], paint)
    scene.box(x - width * 0.04, y, width * 1.08, width * 0.2, INK, width * 0.1)
    scene.box(x + width * 0.44, y + width * 0.1, width * 0.12, width * 0.4, MUSTARD, width * 0.03)
    scene.box(x + width * 0.14, y + width * 0.72, width * 0.72, width * 0.1, CREAM)


def sea(scene: Scene, top: float, colours: Sequence[str]) -> None:
    """Bands of water with a scalloped edge."""
    for row, colour in enumerate(colours):
        level = top + row * scene.height * 0.07
        scene.box(0, level, scene.width, scene.height - level, colour)
        for crest in range(-1, 14):
            x = (crest + row * 0.5) * scene.width / 12
            scene.oval(x, level, scene.width / 21, scene.height * 0.014, colour)


def emblem(scene: Scene, x: float, y: float, radius: float) -> None:
    """The company's mark: a wheel and three strokes of wind."""
    scene.disc(x, y, radius, TEAL)
    scene.ring(x + radius * 0.12, y, radius * 0.62, CREAM, radius * 0.11)
    scene.disc(x + radius * 0.12, y, radius * 0.14, MUSTARD)
    scene.box(x - radius * 0.66, y - radius * 0.4, radius * 0.44, radius * 0.8, TEAL)
    for step, length in ((-0.3, 0.75), (0, 1.0), (0.3, 0.6)):
        start = x - radius * 0.78, y + step * radius
        scene.path([start, (start[0] + length * radius * 0.6, start[1])], CREAM, radius * 0.1)


# --- items --------------------------------------------------------------------------------------


def draw_carrier_trailer() -> Scene:
    """A bicycle pulls a loaded trailer over the hills."""
    scene = Scene(1200, 800, MIST)
    scene.disc(930, 210, 92, MUSTARD)
    hills(scene, 400, ("#b4d3c7", SAGE))
    scene.box(0, 662, 1200, 138, SAND)
    crates(scene, 660, 680, 106)
    trailer(scene, 660, 680, 106, CLAY)
    bicycle(scene, 660, 680, 106, INK)
    return scene


def draw_pannier_bag() -> Scene:
    """A pannier hangs before a wheel, in the rain."""
    scene = Scene(1200, 800, TEAL)
    for drop in range(64):
        x, y = drop * GOLDEN % 1 * 1240, drop * 12.7
        scene.path([(x, y), (x - 14, y + 46)], SAGE, 4)
    wheel(scene, 600, 700, 400, INK)
    scene.box(0, 255, 1200, 22, INK)
    bag(scene, 420, 270, 360, CLAY)
    return scene


def draw_workshop_log() -> Scene:
    """A tablet with job cards, and cogs behind it."""
    scene = Scene(1200, 800, CREAM)
    cog(scene, 985, 190, 190, (SAND, CREAM))
    cog(scene, 190, 640, 230, (MIST, CREAM))
    scene.box(270, 110, 660, 580, INK, 44)
    scene.box(304, 146, 592, 508, WHITE, 16)
    scene.box(304, 146, 592, 84, TEAL, 16)
    scene.box(334, 176, 190, 22, CREAM, 11)
    for row, colour in enumerate((CLAY, MUSTARD, SAGE)):
        top = 258 + row * 128
        scene.box(334, top, 532, 104, MIST, 14)
        scene.box(334, top, 18, 104, colour, 8)
        scene.box(384, top + 26, 230 + row * 46, 18, INK, 9)
        scene.box(384, top + 62, 300 - row * 60, 14, SAGE, 7)
        scene.disc(808, top + 52, 32, colour)
        scene.path([(793, top + 53), (804, top + 65), (825, top + 39)], WHITE, 8)
    return scene


def draw_repair_course() -> Scene:
    """A bicycle on a work stand before a wall of spanners."""
    scene = Scene(1200, 800, SAND)
    scene.box(90, 70, 1020, 210, TEAL, 18)
    for tool in range(8):
        spanner(scene, 180 + tool * 120, 122, 76 + 14 * (tool % 3), CREAM, TEAL)
    scene.box(0, 700, 1200, 100, RUST)
    scene.path([(560, 712), (560, 380)], INK, 24)
    scene.path([(440, 716), (560, 650), (680, 716)], INK, 20)
    bicycle(scene, 380, 640, 118, CLAY)
    return scene


def draw_long_rides_book() -> Scene:
    """An open book with a route on both pages."""
    scene = Scene(1200, 800, SAGE)
    scene.box(150, 150, 900, 540, INK, 20)
    scene.box(176, 130, 420, 530, WHITE, 10)
    scene.box(604, 130, 420, 530, CREAM, 10)
    for line in range(5):
        scene.box(220, 190 + line * 34, 330 - 40 * (line % 2), 12, MIST, 6)
    scene.shape([(604, 460), (760, 400), (880, 500), (1024, 450), (1024, 660), (604, 660)], MIST)
    scene.oval(370, 520, 140, 90, SAND)
    route = [(240, 600), (330, 500), (450, 560), (560, 430)]
    route += [(660, 470), (740, 300), (860, 340), (960, 210)]
    scene.path(route, CLAY, 12)
    for x, y in (route[0], route[3], route[-1]):
        scene.shape([(x - 25, y - 48), (x + 25, y - 48), (x, y)], INK)
        scene.disc(x, y - 54, 28, INK)
        scene.disc(x, y - 54, 11, MUSTARD)
    return scene


def draw_full_overhaul() -> Scene:
    """The parts of a bicycle, laid out in order."""
    scene = Scene(1200, 800, MUSTARD)
    wheel(scene, 270, 290, 200)
    cog(scene, 640, 240, 130, (INK, MUSTARD))
    cog(scene, 930, 190, 84, (RUST, MUSTARD))
    scene.box(560, 450, 496, 20, TEAL)
    for link in range(9):
        scene.disc(560 + link * 62, 460, 24, TEAL)
        scene.disc(560 + link * 62, 460, 9, MUSTARD)
    scene.path([(110, 600), (330, 600)], INK, 34)
    scene.path([(220, 600), (220, 710)], INK, 20)
    scene.path([(440, 720), (440, 590), (560, 590), (560, 640)], RUST, 22)
    spanner(scene, 700, 580, 130, CREAM, MUSTARD)
    spanner(scene, 800, 560, 150, CREAM, MUSTARD)
    for step in range(3):
        scene.shape(_around(930 + step * 76, 640, 32, 6), INK)
        scene.disc(930 + step * 76, 640, 14, MUSTARD)
    return scene


def draw_fleet_care() -> Scene:
    """Bicycles in a row under one roof."""
    scene = Scene(1200, 800, CREAM)
    scene.disc(960, 170, 80, MUSTARD)
    scene.shape([(60, 340), (600, 170), (1140, 340)], TEAL)
    scene.box(60, 340, 1080, 30, INK)
    for post in (90, 590, 1086):
        scene.box(post, 370, 24, 310, SAND)
    scene.box(0, 660, 1200, 140, SAGE)
    scene.path([(110, 640), (1090, 640)], SAND, 12)
    for number, paint in enumerate((MUSTARD, CLAY, TEAL)):
        bicycle(scene, 160 + number * 350, 700, 68, paint)
    return scene


def draw_clairvent_cycles() -> Scene:
    """The shop by the river."""
    scene = Scene(1200, 800, MIST)
    for x, top, colour in ((80, 260, SAND), (880, 220, SAGE)):
        scene.box(x, top, 260, 420, colour)
        for step in range(4):
            scene.box(x + 40 + 110 * (step % 2), top + 50 + 130 * (step // 2), 64, 84, MIST)
    scene.box(320, 200, 580, 480, CREAM)
    scene.shape([(300, 200), (610, 60), (920, 200)], RUST)
    scene.box(320, 330, 580, 46, INK)
    for stripe in range(10):
        scene.box(320 + stripe * 58, 376, 58, 54, CLAY if stripe % 2 else WHITE, 8)
    scene.box(370, 450, 300, 230, TEAL)
    wheel(scene, 520, 570, 92, CREAM)
    scene.box(730, 450, 130, 230, INK, 6)
    scene.disc(838, 570, 8, MUSTARD)
    emblem(scene, 610, 264, 52)
    sea(scene, 690, (TEAL, INK))
    return scene


# --- stories ------------------------------------------------------------------------------------


def draw_story_fleet() -> Scene:
    """A delivery bicycle on the cobbles, early."""
    scene = Scene(1200, 800, SAND)
    scene.disc(250, 300, 110, CLAY)
    for step, height in enumerate((240, 330, 280, 390, 300, 350)):
        x = step * 205 - 10
        scene.box(x, 620 - height, 190, height, MAUVE if step % 2 else TEAL)
        scene.shape([(x - 8, 621 - height), (x + 95, 545 - height), (x + 198, 621 - height)], INK)
        scene.box(x + 40, 680 - height, 34, 50, MUSTARD)
        scene.box(x + 112, 680 - height, 34, 50, MUSTARD if step % 3 else SAND)
    scene.box(0, 620, 1200, 180, SAGE)
    for stone in range(40):
        scene.oval(stone % 10 * 126 + stone // 10 % 2 * 60, 655 + stone // 10 * 42, 48, 14, MIST)
    scene.box(322, 350, 210, 166, WHITE, 14)
    scene.box(322, 410, 210, 26, CLAY)
    scene.path([(330, 522), (560, 522)], INK, 16)
    bicycle(scene, 440, 710, 112, CREAM)
    return scene


def draw_story_school() -> Scene:
    """A bicycle in chalk on a blackboard, spanners on the ledge."""
    scene = Scene(1200, 800, MUSTARD)
    scene.box(100, 80, 1000, 540, RUST, 12)
    scene.box(124, 104, 952, 492, TEAL)
    for x, radius in ((400, 130), (790, 130)):
        scene.ring(x, 420, radius, CREAM, 8)
    scene.path([(400, 420), (570, 430), (520, 260), (400, 420)], CREAM, 8)
    scene.path([(520, 260), (720, 250), (570, 430)], CREAM, 8)
    scene.path([(710, 210), (720, 250), (790, 420)], CREAM, 8)
    scene.path([(480, 250), (560, 250)], CREAM, 12)
    scene.path([(710, 210), (770, 200)], CREAM, 8)
    for x, y, turn in ((400, 250, -40), (900, 360, 40), (620, 520, 0)):
        scene.path([(x, y), (x + turn * 2.2, y - 50 if turn else y + 20)], CLAY, 6)
        scene.box(x + turn * 2.2 - 50, (y - 80) if turn else y + 24, 100, 22, CLAY, 11)
    scene.box(80, 640, 1040, 30, INK, 8)
    for tool in range(7):
        spanner(scene, 200 + tool * 135, 670, 90, INK, MUSTARD)
    return scene


def draw_story_coast() -> Scene:
    """The trailer on the dunes, the sea behind."""
    scene = Scene(1200, 800, SAND)
    draw_coast(scene)
    return scene


def draw_coast(scene: Scene) -> None:
    """Low sun, water, dunes, bicycle and trailer, to the size of the scene."""
    width, height = scene.width, scene.height
    scene.disc(width * 0.3, height * 0.4, height * 0.16, CLAY)
    sea(scene, height * 0.46, (MIST, SAGE, TEAL))
    scene.oval(width * 0.2, height * 1.05, width * 0.6, height * 0.3, CREAM)
    scene.oval(width * 0.9, height * 1.1, width * 0.55, height * 0.34, CREAM)
    scene.box(0, height * 0.86, width, height * 0.14, CREAM)
    crates(scene, width * 0.55, height * 0.87, height * 0.11)
    trailer(scene, width * 0.55, height * 0.87, height * 0.11, MUSTARD)
    bicycle(scene, width * 0.55, height * 0.87, height * 0.11, CLAY)


def draw_story_spreadsheet() -> Scene:
    """A crowded sheet on the left becomes cards on the right."""
    scene = Scene(1200, 800, CREAM)
    tints = (MIST, SAGE, MAUVE, SAND, MIST, CLAY, MUSTARD)
    for cell in range(60):
        column, row = cell % 5, cell // 5
        scene.box(70 + column * 92, 70 + row * 56, 86, 50, tints[(cell * 5 + row) % 7], 4)
    scene.shape([(575, 330), (655, 400), (575, 470)], INK)
    scene.box(545, 382, 40, 36, INK)
    for card, colour in enumerate((TEAL, MAUVE, CLAY)):
        top = 90 + card * 215
        scene.box(714, top + 10, 430, 190, SAND, 20)
        scene.box(700, top, 430, 190, WHITE, 20)
        scene.box(700, top, 430, 46, colour, 20)
        scene.box(740, top + 82, 200, 18, INK, 9)
        scene.box(740, top + 122, 260, 14, MIST, 7)
        wheel(scene, 1058, top + 116, 48, colour)
    return scene


# --- portraits, customers' pictures, the company's own ------------------------------------------

HEADS = (
    (SAGE, "#e6b893", RUST, INK, "bob"),
    (SAND, "#c98f68", INK, TEAL, "short"),
    (CLAY, "#e0ab86", NIGHT, CREAM, "bun"),
    (MIST, "#f0cba8", MUSTARD, CLAY, "bob"),
    (RUST, "#efc7a4", "#8b8f96", MUSTARD, "cap"),
    (MUSTARD, "#9a6246", NIGHT, WHITE, "short"),
    (MAUVE, "#f0cba8", RUST, TEAL, "bun"),
    (CREAM, "#7d4d38", NIGHT, CLAY, "curls"),
    (TEAL, "#d6a07a", "#5b3628", SAND, "curls"),
    (INK, "#efc7a4", WHITE, SAGE, "cap"),
)


def draw_portrait(number: int) -> Scene:
    """A head and shoulders without a face: nobody was asked to sit for it."""
    ground, skin, hair, coat, style = HEADS[number]
    scene = Scene(320, 320, ground)
    if style == "bob":
        scene.box(94, 96, 132, 126, hair, 46)
    scene.oval(160, 330, 118, 102, coat)
    scene.box(136, 190, 48, 62, skin, 22)
    scene.oval(160, 150, 56, 66, skin)
    scene.pen.pieslice(_scaled((98, 74), (222, 206)), 180, 360, fill=hair)
    if style == "bun":
        scene.disc(160, 62, 32, hair)
    if style == "curls":
        for curl in (*_around(160, 140, 66, 16)[7:], (228, 142), (98, 166), (222, 166)):
            scene.disc(*curl, 24, hair)
    if style == "cap":
        scene.box(92, 116, 148, 20, coat, 10)
        scene.pen.pieslice(_scaled((100, 68), (220, 184)), 180, 360, fill=coat)
    return scene


def draw_customer_canal() -> Scene:
    """The trailer stands on a towpath."""
    scene = Scene(1000, 750, MIST)
    scene.box(0, 330, 1000, 420, SAGE)
    for tree in range(9):
        poplar(scene, 40 + tree * 118, 350, 190 + 34 * (tree % 3), TEAL)
    sea(scene, 400, (TEAL, "#3d8084"))
    scene.box(0, 540, 1000, 210, SAND)
    trailer(scene, 590, 680, 92, CLAY)
    crates(scene, 590, 680, 92)
    bicycle(scene, 590, 680, 92, RUST)
    return scene


def draw_customer_camp() -> Scene:
    """A tent at night beside the trailer."""
    scene = Scene(1000, 750, NIGHT)
    for star in range(36):
        scene.disc(star * GOLDEN % 1 * 1000, star * 10.5, 1.6 + star % 3, CREAM)
    scene.disc(790, 150, 62, CREAM)
    scene.disc(818, 134, 56, NIGHT)
    hills(scene, 440, (INK, TEAL))
    scene.box(0, 600, 1000, 150, "#4f8784")
    scene.shape([(90, 640), (300, 350), (520, 640)], CLAY)
    scene.shape([(240, 640), (300, 350), (350, 640)], MUSTARD)
    trailer(scene, 900, 680, 82, SAND)
    return scene


def draw_customer_dog() -> Scene:
    """A dog sits in the trailer as if it had always been his."""
    scene = Scene(1000, 750, CREAM)
    scene.box(0, 120, 1000, 30, SAND)
    scene.box(0, 560, 1000, 190, SAGE)
    scene.oval(470, 395, 86, 112, RUST)
    scene.oval(500, 250, 92, 78, RUST)
    scene.oval(574, 272, 52, 36, SAND)
    scene.disc(618, 262, 15, NIGHT)
    scene.disc(530, 236, 9, NIGHT)
    scene.oval(432, 268, 28, 74, NIGHT)
    scene.path([(420, 354), (540, 366)], TEAL, 24)
    trailer(scene, 910, 690, 170, CLAY)
    return scene


def draw_customer_market() -> Scene:
    """Two panniers full of leeks under an awning."""
    scene = Scene(1000, 750, MIST)
    for stripe in range(10):
        x = stripe * 100
        cloth = [(x, 0), (x + 100, 0), (x + 80, 150), (x - 20, 150)]
        scene.shape(cloth, CLAY if stripe % 2 else WHITE)
    scene.box(0, 600, 1000, 150, SAND)
    for side, paint in ((180, MUSTARD), (560, TEAL)):
        for leek in range(4):
            foot = side + 50 + leek * 52
            scene.path([(foot, 420), (foot + leek * 12 - 20, 240)], WHITE, 24)
            scene.path([(foot + leek * 6 - 10, 330), (foot + leek * 22 - 50, 190)], TEAL, 22)
            scene.path([(foot + leek * 6 - 10, 330), (foot + leek * 8 + 8, 180)], SAGE, 18)
        bag(scene, side, 340, 260, paint)
    return scene


def draw_video_still() -> Scene:
    """The coast, and the sign that this one moves."""
    scene = Scene(1280, 720, SAND)
    draw_coast(scene)
    scene.disc(640, 330, 92, WHITE)
    scene.shape([(610, 276), (610, 384), (704, 330)], INK)
    return scene


def draw_logo() -> Scene:
    """The emblem alone."""
    scene = Scene(512, 512, CREAM)
    emblem(scene, 256, 256, 220)
    return scene


def draw_open_graph() -> Scene:
    """The card shown when a page is shared."""
    scene = Scene(1200, 630, CREAM)
    hills(scene, 400, (MIST, SAGE))
    scene.box(0, 560, 1200, 70, TEAL)
    emblem(scene, 200, 200, 120)
    scene.words(370, 120, "Clairvent Cycles", 84, INK)
    scene.words(374, 226, "What our customers say", 42, TEAL)
    trailer(scene, 800, 570, 76, MUSTARD)
    bicycle(scene, 800, 570, 76, CLAY)
    return scene


PICTURES: dict[str, Callable[[], Scene]] = {
    "carrier-trailer.png": draw_carrier_trailer,
    "pannier-bag.png": draw_pannier_bag,
    "workshop-log.png": draw_workshop_log,
    "repair-course.png": draw_repair_course,
    "long-rides-book.png": draw_long_rides_book,
    "full-overhaul.png": draw_full_overhaul,
    "fleet-care.png": draw_fleet_care,
    "clairvent-cycles.png": draw_clairvent_cycles,
    "story-fleet.png": draw_story_fleet,
    "story-school.png": draw_story_school,
    "story-coast.png": draw_story_coast,
    "story-spreadsheet.png": draw_story_spreadsheet,
    "customer-canal.jpg": draw_customer_canal,
    "customer-camp.jpg": draw_customer_camp,
    "customer-dog.jpg": draw_customer_dog,
    "customer-market.jpg": draw_customer_market,
    "video-coast-ride.png": draw_video_still,
    "logo.png": draw_logo,
    "open-graph.png": draw_open_graph,
}


def write_picture(scene: Scene, path: Path) -> None:
    """Save a scene, small: a palette for PNG, a moderate quality for JPEG."""
    picture = scene.picture()
    if path.suffix == ".png":
        few = picture.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(path, optimize=True)
    else:
        picture.save(path, quality=JPEG_QUALITY, optimize=True, progressive=True)


def main() -> None:
    """Draw everything."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, draw in PICTURES.items():
        write_picture(draw(), IMAGES / name)
    for number in range(len(HEADS)):
        write_picture(draw_portrait(number), IMAGES / f"portrait-{number + 1:02}.png")


if __name__ == "__main__":
    main()
