"""Sentences when the world fails: disk, file, printer, backup."""

from pos_app.wording import N_

_BRING_KEYS_BACK = N_(
    "Nothing was done. Close the till, then type in a terminal: main.py keys, and the"
    " recovery code."
)

WORLD_SENTENCES: dict[str, tuple[str, str]] = {
    "DiskFull": (
        N_("The disk is full."),
        N_("This is not booked; the bill is still here. Free some space, then press Enter."),
    ),
    "CommitUnknown": (
        N_("The disk failed at the last moment; it is not known whether this was booked."),
        N_("Do not charge again. Start the till anew; it will show what is in the books."),
    ),
    "ShopFileBusy": (
        N_("Another program holds the shop's file."),
        N_("This is not booked; the bill is still here. Close that program, then press Enter."),
    ),
    "ShopFileDamaged": (
        N_("The shop's file is damaged ({detail})."),
        N_("Nothing was changed. Keep a copy, then restore the last backup."),
    ),
    "ShopFileUnreachable": (
        N_("The shop's file cannot be reached ({detail})."),
        N_("This was not booked. See that its disk is there, then start the till anew."),
    ),
    "ShopFolderUnreachable": (
        N_("{path} cannot be reached: {detail}."),
        N_("Nothing was written. See that its disk is there and that you may use it."),
    ),
    "JournalBroken": (
        N_("Entries up to {before} are as written; entry {entry} was changed afterwards."),
        N_("Nothing more is sold. Close the till; it keeps a copy and says how to restore."),
    ),
    "JournalCutOff": (
        N_(
            "This file ends at entry {last}, but more was sold: an old copy was put in its place, "
            "or its end was cut off."
        ),
        N_("Nothing more is sold. Close the till; it keeps a copy and says how to restore."),
    ),
    "BooksDisagree": (
        N_("Every sale is still there, but the balance of {account} does not fit."),
        N_("Nothing more is sold. Close the till; it keeps a copy and says how to restore."),
    ),
    "ShopAlreadyOpen": (
        N_("The shop is open already on this machine."),
        N_("Nothing was opened a second time. Go on in the window that is open."),
    ),
    "ShopOnNetworkFolder": (
        N_("{folder} lies on a network share, where sales are not safe."),
        N_("Nothing was opened or changed. Keep the shop in a folder of this machine."),
    ),
    "FileFromTheFuture": (
        N_("A newer version of the program wrote this shop's file."),
        N_("Nothing was opened or changed. Install the newer version, then start again."),
    ),
    "BackupUseless": (
        N_("This holds no sound shop: {detail}."),
        N_("Nothing was changed."),
    ),
    "FileNotRead": (N_("{path} cannot be read: {detail}."), N_("Nothing was done.")),
    "FileNotWritten": (N_("{path} cannot be written: {detail}."), N_("Nothing was written.")),
    "PrinterOff": (N_("Not printed: the printer does not answer."), N_("The sale is booked.")),
    "PaperOut": (N_("Not printed: no paper."), N_("The sale is booked.")),
    "PrinterOpen": (N_("Not printed: the printer's lid is open."), N_("The sale is booked.")),
    "PrinterStopped": (
        N_("The printer stopped in the middle; the paper may be incomplete."),
        N_("The sale is booked."),
    ),
    "PrinterUnknown": (
        N_("Not printed: there is no printer {printer} on this machine."),
        N_("The sale is booked."),
    ),
    "DrawerNotReached": (
        N_("The drawer did not open."),
        N_("Open it with its key; what was done stays done."),
    ),
    "KeyMissing": (N_("The shop's keys are not on this machine."), _BRING_KEYS_BACK),
    "KeyStoreClosed": (
        N_("The machine's key store does not answer."),
        N_("Nothing was done. Unlock it, then try again."),
    ),
    "KeyFileDamaged": (N_("The file of the shop's keys is damaged."), _BRING_KEYS_BACK),
}
"""By class name: what happened, what was not done."""
