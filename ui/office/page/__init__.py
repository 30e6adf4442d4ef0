"""What pages of the office are made of: page, panel over it, form, list, sheet."""
