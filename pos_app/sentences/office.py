"""Sentences of the office: products, staff, shifts, programs, settings, imports."""

from pos_app.wording import N_

_NOTHING_SAVED = N_("Nothing was saved.")
_NOTHING_IMPORTED = N_("Nothing was imported.")
_NOT_STARTED = N_("The program was not started.")
_NOT_TRIED = N_("Nothing was tried.")

OFFICE_SENTENCES: dict[str, tuple[str, str]] = {
    "CodeTaken": (N_("{code} is the code of {name} already."), _NOTHING_SAVED),
    "SkuTaken": (N_("{sku} is the shop's code of {name} already."), _NOTHING_SAVED),
    "CodeUnusable": (N_("{code} cannot be a barcode."), _NOTHING_SAVED),
    "PriceOutOfRange": (N_("A price is above 0."), _NOTHING_SAVED),
    "CostOutOfRange": (N_("A cost is 0 or above."), _NOTHING_SAVED),
    "TaxRateOutOfRange": (N_("A tax rate is 0% to 100%."), _NOTHING_SAVED),
    "NameUnusable": (N_("This name cannot be used: {name} ({why})."), _NOTHING_SAVED),
    "StockQuantityOutOfRange": (N_("{quantity} is no quantity to book."), _NOTHING_SAVED),
    "SettingOutOfRange": (N_("{name} is between {lowest} and {highest}."), _NOTHING_SAVED),
    "StoreHasLeft": (
        N_("The store {store} has left the alliance and sells no more."),
        _NOTHING_SAVED,
    ),
    "StoreStillSells": (
        N_("Till {till} stands in the store {store}. Close its shift, or leave from another one."),
        _NOTHING_SAVED,
    ),
    "ShiftIsOpen": (N_("Shift {shift} of {opened_by} is still open here."), ""),
    "CashOutOfRange": (N_("{amount} is no amount for the drawer."), _NOTHING_SAVED),
    "ReasonMissing": (N_("A reason is needed; it is kept with your name."), ""),
    "LastOwner": (N_("{name} is the last owner who can sign in."), _NOTHING_SAVED),
    "RoleUnknown": (N_("There is no role {role}."), _NOTHING_SAVED),
    "PinMissing": (N_("A PIN is needed for this role."), _NOTHING_SAVED),
    "PinWrongShape": (
        N_("A cashier's PIN has six digits, a manager's eight signs or more."),
        _NOTHING_SAVED,
    ),
    "PinTooSimple": (N_("This PIN is the first thing anybody tries."), _NOTHING_SAVED),
    "SettingUnusable": (N_("{name}: {value} cannot be used."), _NOTHING_SAVED),
    "ShopIsHere": (N_("There is a shop in {folder} already."), N_("Nothing was changed.")),
    "FolderNotEmpty": (
        N_("{folder} is not empty; the demo wants a new or an empty folder."),
        N_("Nothing was made."),
    ),
    "ClockJumped": (
        N_("The machine says it is {now}; the last entry here is of {last}."),
        N_(
            "Nothing was done. Put the machine's clock right; if it is right, accept the time "
            "with a manager's PIN."
        ),
    ),
    "NoShopHere": (N_("There is no shop in {folder}."), ""),
    "BackupMissing": (N_("There is no backup {path}."), N_("Nothing was changed.")),
    "RecoveryCodeMistyped": (
        N_("The recovery code was mistyped: {signs} of 32 signs."),
        N_("Nothing was changed."),
    ),
    "RecoveryCodeMissing": (N_("No recovery code was given."), N_("Nothing was changed.")),
    "RecoveryCodeWrong": (
        N_("The recovery code does not fit: it is another shop's, or one that was replaced."),
        N_("Nothing was changed."),
    ),
    "LockedSecretsDamaged": (
        N_("The keys in this backup are damaged."),
        N_("Nothing was changed."),
    ),
    "ProgramConsentMissing": (N_("Somebody accepts the rules by name first."), _NOT_STARTED),
    "CalculatorRunMissing": (
        N_("Nobody has tried {name} as it is now; the what-if comes first."),
        _NOT_STARTED,
    ),
    "TypedSentenceWrong": (N_("Type the sentence word for word: {sentences}"), _NOT_STARTED),
    "SecondSupervisorMissing": (
        N_("Another supervisor confirms this program with a PIN of their own."),
        N_("Nothing was started. Who works alone switches this off in the shop's rules."),
    ),
    "MemberTooYoung": (N_("Nobody under 14 can be a member."), _NOTHING_SAVED),
    "AgeBandUnknown": (N_("{named} is no age that can be declared."), _NOTHING_SAVED),
    "ProgramNameTaken": (N_("A program is called {name} already."), _NOT_STARTED),
    "ProgramClosedForGood": (N_("{name} was stopped for good."), _NOT_STARTED),
    "ProgramOverLimit": (
        N_("{name} alone gives {rate} of a sale; the shop's limit is {limit}."),
        _NOT_STARTED,
    ),
    "UnknownKind": (N_("There is no program of the kind {kind}."), _NOT_STARTED),
    "UnknownCombination": (N_("There is no combination {code}."), _NOT_STARTED),
    "UnknownPreset": (N_("{kind} has no preset {preset}."), _NOT_STARTED),
    "UnknownParameter": (N_("{kind} has no parameter {name}."), _NOT_STARTED),
    "ParameterOutOfRange": (
        N_("{name} is between {lowest} and {highest}, not {value}."),
        _NOT_STARTED,
    ),
    "ParameterNotAChoice": (N_("{name} is one of {choices}, not {value}."), _NOT_STARTED),
    "ParametersDisagree": (
        N_("The parameters do not agree: {rule}, {found}, {needed}."),
        _NOT_STARTED,
    ),
    "HoldTooShort": (
        N_("The hold of {hold_days} days is shorter than the {return_window_days} days of return."),
        _NOT_STARTED,
    ),
    "ProgramHoldTooShort": (
        N_(
            "{program} holds rewards for {hold_days} days, goods may come back for "
            "{return_window_days}."
        ),
        N_("The rules are unchanged. Give the program a longer hold first."),
    ),
    "ScopeMayNotChange": (
        N_("{program} keeps the stores that share its queue while tickets wait."),
        _NOT_STARTED,
    ),
    "ProtocolUnreadable": (N_("This file is no protocol of draws: {why}."), ""),
    "DaysToCome": (N_("{day} is still to come; today is {today}."), N_("Nothing was written.")),
    "SeedNotPublished": (
        N_("The seed of these draws is not published yet."),
        N_("Nothing was computed. It is published when the program is closed."),
    ),
    "SeedMayNotChange": (
        N_("{program} keeps the seed that was promised."),
        _NOT_STARTED,
    ),
    "RoundIsRunning": (
        N_("{entries} purchases are in the running round of {program}; its terms stand."),
        _NOT_STARTED,
    ),
    "NoTradeThere": (N_("There is no sale to try a program on."), _NOT_TRIED),
    "NoProgramTried": (N_("There is no program to try."), _NOT_TRIED),
    "TradeUnknown": (N_("Made-up sales have no figure {name}; they have {known}."), _NOT_TRIED),
    "TradeOutOfRange": (
        N_("{name} of the made-up sales is between {lowest} and {highest}, not {value}."),
        _NOT_TRIED,
    ),
    "RedLineOutside": (
        N_("{day} is not within the sales, which go from {first} to {last}."),
        _NOT_TRIED,
    ),
    "WhatIfStopped": (N_("Stopped before its end."), N_("There is no answer.")),
    "ProgramFileUnreadable": (
        N_("The file is no program that can be tried: {why}."),
        _NOT_TRIED,
    ),
    "HistoryUnreadable": (
        N_("Line {line} of the history cannot be read: {why}."),
        _NOT_TRIED,
    ),
    "ImportTooLarge": (
        N_("The file has {found} {what}; at most {largest} are read."),
        _NOTHING_IMPORTED,
    ),
    "ImportUnreadable": (N_("The file is no table that can be read: {why}."), _NOTHING_IMPORTED),
    "MalformedLine": (
        N_("Line {line} of the history cannot be read: {why}."),
        N_("The lines before it stand."),
    ),
}
"""By class name: what happened, what was not done."""
