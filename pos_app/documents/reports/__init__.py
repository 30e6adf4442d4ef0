"""Reports as PDF pages and as table files."""
