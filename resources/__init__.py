"""Fonts, icons, translations, themes and the sample shop: files, no code."""
