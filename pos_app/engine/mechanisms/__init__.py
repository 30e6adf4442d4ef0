"""One reward mechanism per file, all with the same verbs, all talking only to a Book."""
