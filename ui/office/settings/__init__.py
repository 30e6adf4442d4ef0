"""The office's pages of settings, staff and stores, and the first start."""
