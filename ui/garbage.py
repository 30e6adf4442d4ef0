"""While a worker works no garbage is collected: Qt objects keep their thread.

Python collects on whatever thread happens to allocate. A window in a cycle that the
worker swept away took the program down with it, now and then.
"""

import gc


class GarbageHold:
    """Counts who works beside the screen; sweeping waits for the last of them."""

    def __init__(self) -> None:
        self._working = 0

    def take(self) -> None:
        """Collect nothing from now on."""
        self._working += 1
        gc.disable()

    def give_back(self) -> None:
        """Collect again when nobody else holds it."""
        self._working -= 1
        if self._working == 0:
            gc.enable()


GARBAGE = GarbageHold()
"""One for the program, as there is one collector."""
