"""The screens: they show values and call actions, and decide nothing about money."""
