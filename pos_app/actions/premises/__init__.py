"""The shop itself: made, its settings and rules, its machine and folder."""
