"""The things a person can do: one errand per file, with a function of that name."""
