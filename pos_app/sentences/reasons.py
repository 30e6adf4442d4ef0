"""Reasons inside a sentence: why a file, or a line of it, cannot be believed.

A refusal or a fault carries such a reason as one word, in its `why` or `detail`; what has
no entry is shown as it came, such as what SQLite says of a damaged file.
"""

from pos_app.wording import N_

REASONS: dict[str, str] = {
    # Of a text that others wrote: domain/strict_json.py, strict_fields.py, replay_history.py.
    "encoding": N_("it is not UTF-8"),
    "too_long": N_("it is too long {named}"),
    "json": N_("it is no JSON"),
    "object": N_("an object in braces is missing"),
    "duplicate_key": N_("the field {named} stands there twice"),
    "fraction": N_("{named} is no whole number"),
    "range": N_("the number {named} is too large"),
    "signs": N_("it holds signs that are no text"),
    "missing": N_("the field {named} is missing"),
    "unknown_field": N_("there is no field {named}"),
    "type": N_("the field {named} is of another kind"),
    "id": N_("the field {named} is no name of 1 to 64 signs"),
    "word": N_("the field {named} is none of the words allowed"),
    "event": N_("there is no such event"),
    "time": N_("the field {named} is no time with its offset"),
    "back": N_("it is earlier than the line before"),
    # Of a name: domain/names.py, actions/customer_words.py.
    "at_sign": N_("it has an @"),
    "promises": N_("no shop may promise: {named}"),
    # Of a table of products: domain/csv_text.py.
    "empty": N_("it is empty"),
    "quote": N_("a quotation mark is out of place"),
    "header": N_("no column is called name or price"),
    "column_twice": N_("the column {named} stands there twice"),
    # Of a backup: actions/backup_file.py.
    "not_a_backup": N_("it is no backup of this program"),
    "damaged": N_("it is damaged"),
    "other_format": N_("it is of another format"),
    "too_tight": N_("it is packed too tightly to be one"),
    "other_seal": N_("its seal is broken"),
    # Of a protocol of draws: actions/draw_protocol.py.
    "protocol": N_("it has not what a protocol has"),
    # What the system says of a file, by the names of errno.
    "ENOENT": N_("there is no such file or folder"),
    "EISDIR": N_("it is a folder"),
    "ENOTDIR": N_("a part of its path is no folder"),
    "EACCES": N_("this user may not"),
    "EPERM": N_("this user may not"),
    "EROFS": N_("its disk can only be read"),
    "EEXIST": N_("it is there already"),
    "ENAMETOOLONG": N_("its name is too long"),
    "ENOSPC": N_("its disk is full"),
    "EIO": N_("its disk does not answer"),
    "ENOTEMPTY": N_("it is not empty"),
    "EFBIG": N_("it is too large"),
    # actions/named_file.py.
    "own_file": N_("a shop's own records lie there"),
    # actions/recovery_paper.py.
    "own_folder": N_("it is the shop's own folder, where its backups lie"),
}
"""By the reason's word; `{named}` is the field it is about."""
