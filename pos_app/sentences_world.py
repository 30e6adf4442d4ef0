"""Sentences when the world fails: disk, file, printer, backup."""

from pos_app.wording import N_

_NOT_OPENED = N_("Nothing was opened.")

WORLD_SENTENCES: dict[str, tuple[str, str]] = {
    "DiskFull": (
        N_("The disk is full."),
        N_("This is not booked; the bill is still here. Free some space, then press Enter."),
    ),
    "CommitUnknown": (
        N_("The disk failed at the last moment; it is not known whether this was booked."),
        N_("Do not charge again. Start the till anew; it will show what is in the books."),
    ),
    "ShopFileBusy": (N_("Another program holds the shop's file."), N_("This was not booked.")),
    "ShopFileDamaged": (
        N_("The shop's file is damaged: {detail}"),
        N_("Nothing was changed. Keep a copy, then restore the last backup."),
    ),
    "ShopFileUnreachable": (
        N_("The shop's file cannot be reached: {detail}"),
        N_("This was not booked."),
    ),
    "ShopAlreadyOpen": (N_("The shop is open already on this machine."), _NOT_OPENED),
    "ShopOnNetworkFolder": (
        N_("The folder lies on a network share, where sales are not safe."),
        _NOT_OPENED,
    ),
    "FileFromTheFuture": (
        N_("A newer version wrote this shop's file."),
        N_("Nothing was opened or changed. Install the newer version."),
    ),
    "BackupUseless": (
        N_("The copy holds no sound shop: {detail}"),
        N_("The shop's own file was left alone."),
    ),
    "RecoveryCodeWrong": (
        N_("The recovery code does not fit this backup."),
        N_("Nothing was changed."),
    ),
    "PrinterOff": (N_("Not printed: the printer does not answer."), N_("The sale is booked.")),
    "PaperOut": (N_("Not printed: no paper."), N_("The sale is booked.")),
}
"""By class name: what happened, what was not done."""
