"""The figures of the look: colours, light and dark, type sizes, radii, spaces.

Only values live here, as look.md section 2 prints them; what draws with them is elsewhere.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """One colour for each meaning, as `#RRGGBB`; a colour is never decoration.

    Source: look.md 2.1. A test computes the printed contrast table from both palettes.
    """

    paper: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    cobalt: str
    cobalt_fill: str
    cobalt_soft: str
    jade: str
    jade_fill: str
    jade_soft: str
    amber: str
    amber_fill: str
    amber_soft: str
    cinnabar: str
    cinnabar_fill: str
    cinnabar_soft: str
    plum: str
    plum_fill: str
    plum_soft: str
    on_fill: str
    # Charts: kinds of the same thing in order of size, then reward and comparison.
    ramp: tuple[str, str, str, str]
    reward: str
    comparison: str
    spent: str


LIGHT = Palette(
    paper="#F3F2EE",
    surface="#FFFFFF",
    sunken="#E9E7E1",
    line="#DCD9D1",
    edge="#86837B",
    ink="#17191E",
    ink2="#50545D",
    ink3="#656972",
    cobalt="#1D4C9E",
    cobalt_fill="#1D4C9E",
    cobalt_soft="#E6EDF8",
    jade="#0B6A4F",
    jade_fill="#12805F",
    jade_soft="#E4F2EC",
    amber="#855000",
    amber_fill="#B87400",
    amber_soft="#FBF0DA",
    cinnabar="#B3241C",
    cinnabar_fill="#B3241C",
    cinnabar_soft="#FBE9E7",
    plum="#7A3B8E",
    plum_fill="#7A3B8E",
    plum_soft="#F4E9F7",
    on_fill="#FFFFFF",
    ramp=("#1D4C9E", "#4470BE", "#7094D0", "#B4C8E8"),
    reward="#2B9A76",
    comparison="#8A867C",
    spent="#8A867C",
)

DARK = Palette(
    paper="#0F1217",
    surface="#181D24",
    sunken="#262D37",
    line="#2D3540",
    edge="#6F7A8A",
    ink="#EDEFF3",
    ink2="#AEB6C2",
    ink3="#929BA9",
    cobalt="#94B7F8",
    cobalt_fill="#3468C8",
    cobalt_soft="#1B2A45",
    jade="#62CBA5",
    jade_fill="#35A27D",
    jade_soft="#13302A",
    amber="#E8B661",
    amber_fill="#C98A1E",
    amber_soft="#362910",
    cinnabar="#FF958B",
    cinnabar_fill="#B9342B",
    cinnabar_soft="#3D1D1B",
    plum="#D7A5E8",
    plum_fill="#8A4AA0",
    plum_soft="#30203A",
    on_fill="#FFFFFF",
    ramp=("#6E9BF0", "#5280D6", "#4069B2", "#2F4C80"),
    reward="#62CBA5",
    comparison="#A9B2BF",
    spent="#A9B2BF",
)

KEYCAP_SHADE_PERCENT = 25
"""How much black lies under a keycap that stands on a fill."""

PRESSED_SHADE_PERCENT = 12
"""How much black lies over the main action while it is pressed."""


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Sizes of type in px at unit 1; nothing is ever smaller than `micro`.

    Source: look.md 2.2.
    """

    change: int = 232
    display_total: int = 122
    clock: int = 104
    total: int = 96
    figure_xl: int = 56
    display_last: int = 52
    figure_l: int = 44
    received: int = 40
    figure_m: int = 34
    report_figure: int = 28
    small_figure: int = 26
    title: int = 28
    heading: int = 20
    figure_s: int = 22
    section: int = 17
    quantity: int = 18
    row: int = 16
    body: int = 15
    small: int = 14
    micro: int = 13


@dataclass(frozen=True, slots=True)
class Radii:
    """Corner radii in px at unit 1; there are no others."""

    keycap: int = 4
    button: int = 8
    card: int = 12


@dataclass(frozen=True, slots=True)
class Spaces:
    """Distances in px at unit 1, on a grid of 8."""

    margin: int = 16
    part: int = 8
    card: int = 20
    soft_box: int = 8


TYPE = TypeScale()
RADII = Radii()
SPACES = Spaces()

BOLD_FROM = 18
BOLD_TO = 40
"""Bold is drawn by thickening: below it blurs small Chinese, above it does nothing."""
