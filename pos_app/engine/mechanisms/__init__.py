"""One reward mechanism per file, all with the same verbs, on any Book."""
