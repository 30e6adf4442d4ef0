"""One question per file: rows go in, a ReportTable comes out."""
