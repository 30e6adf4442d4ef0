"""The hands that test the screens are those that play the demo."""

from ui.demo_hands import BY_HAND_MS, BY_SCANNER_MS, Hands, KeyPace, at_the_till

__all__ = ["BY_HAND_MS", "BY_SCANNER_MS", "Hands", "KeyPace", "at_the_till"]
