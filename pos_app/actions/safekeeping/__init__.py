"""That nothing is lost: backups, restores, keys, and the books verified."""
