"""Sentences of the till: scans, quantities, tenders, returns, members, PINs."""

from pos_app.wording import N_

_BILL_UNCHANGED = N_("The bill is unchanged.")
_NOT_BOOKED = N_("This sale is not booked; the bill is still here.")
_NOTHING_PAID = N_("Nothing was paid back.")
_MEMBER_UNCHANGED = N_("The member is unchanged. Scan it again.")
_ONE_ACTION = N_("A manager's PIN approves this once.")
_NOTHING_TAKEN = N_("Nothing was taken from it.")
_NOT_REDEEMED = N_("Nothing was redeemed.")
_NOT_TURNED = N_("Nothing was turned into vouchers.")
_NOTHING_SAVED = N_("Nothing was saved.")

SALE_SENTENCES: dict[str, tuple[str, str]] = {
    "UnknownCode": (N_("No product has {code}."), _BILL_UNCHANGED),
    "NotOnSale": (N_("{name} was taken off sale."), _BILL_UNCHANGED),
    "ScanEmpty": (N_("Nothing readable was scanned."), _BILL_UNCHANGED),
    "ScanTooLong": (N_("{length} characters are no code: {start}"), _BILL_UNCHANGED),
    "ScanGarbled": (N_("The code was damaged on the way: {code}"), _BILL_UNCHANGED),
    "CodesJoined": (
        N_("Two codes came in one: {first} and {second}. Scan them one after the other."),
        _BILL_UNCHANGED,
    ),
    "QuantityOutOfRange": (
        N_("{typed} is no quantity: above 0, at most {largest}."),
        _BILL_UNCHANGED,
    ),
    "QuantityRefused": (
        N_("{quantity} is no quantity: above 0, at most 1,000,000."),
        _BILL_UNCHANGED,
    ),
    "PartOfPack": (
        N_("A label of the scale is one pack: {quantity} of it cannot be sold."),
        _BILL_UNCHANGED,
    ),
    "AmountRefused": (N_("{what}: {amount} is more than {most}, or below 0."), _BILL_UNCHANGED),
    "EmptyBasket": (N_("The bill is empty."), ""),
    "NoShiftOpen": (N_("No shift is open at this till."), _NOT_BOOKED),
    "TenderTooSmall": (N_("{missing} still to pay."), ""),
    "TenderAboveDue": (
        N_("{kind}: {given} is more than the {due} due; only cash gives change."),
        _NOT_BOOKED,
    ),
    "UnknownTender": (N_("No tender is called {kind}."), _NOT_BOOKED),
    "TenderNeedsMember": (N_("{kind} belongs to a member; none is named."), _NOT_BOOKED),
    "CashAboveLimit": (
        N_("Received {given}? The limit for cash is {limit}."),
        N_("Not booked yet. Enter takes it."),
    ),
    "QuoteChanged": (
        N_("Something changed since it was shown, to pay is {due}. {product}"),
        N_("Not booked yet. Enter pays it."),
    ),
    "LineChanged": (
        N_("The line of {name} is another one by now."),
        N_("Neither price nor discount was changed. Ask for it once more."),
    ),
    "RewardTooSmall": (N_("{account}: has {has}, asked {asked}."), _NOTHING_TAKEN),
    "TenderAboveLimit": (N_("{kind} may pay at most {most} of this sale."), _NOT_BOOKED),
    "NotInUnits": (N_("Points are used in steps of {unit}."), _NOT_BOOKED),
    "UnknownSale": (N_("There is no sale {named}."), ""),
    "ReceiptCodeGarbled": (
        N_("The receipt's code {code} was misread. Type the number below it."),
        _NOTHING_PAID,
    ),
    "NothingToReturn": (N_("Sale {sale}: choose what comes back."), _NOTHING_PAID),
    "ReturnTooMuch": (N_("Line {line}: {left} left to return, asked {asked}."), _NOTHING_PAID),
    "SaleIsVoided": (N_("Sale {sale} was voided already."), _NOTHING_PAID),
    "VoidRefused": (
        N_("This sale cannot be voided: {why}."),
        N_("Nothing was changed; a return is possible."),
    ),
    "NothingToLeave": (N_("Sale {sale} has no ticket in the queue."), ""),
    "NothingToRedeem": (N_("The program {program} has no units to redeem."), _NOT_REDEEMED),
    "NothingToConvert": (N_("The program {program} has no points to convert."), _NOT_TURNED),
    "RedeemTooLittle": (
        N_("At least {least} points are redeemed at once, asked {asked}."),
        _NOT_REDEEMED,
    ),
    "UnitsTooFew": (N_("{has} points can be redeemed now, asked {asked}."), _NOT_REDEEMED),
    "UnitsTooFew:opens": (
        N_("{has} points can be redeemed now, asked {asked}; more from {opens} on."),
        _NOT_REDEEMED,
    ),
    "PointsTooFew": (N_("{has} of points make no voucher of {face} yet."), _NOT_TURNED),
    "PayoutNotOffered": (
        N_("This shop pays no balance out in cash; it pays for purchases."),
        _NOTHING_PAID,
    ),
    "PayoutTooSmall": (N_("{asked} is less than the least payout, {least}."), _NOTHING_PAID),
    "PayoutRefused": (N_("{account}: {amount} cannot be paid out."), _NOTHING_PAID),
    "NotAllowed": (N_("{action} needs a manager."), _ONE_ACTION),
    "NotAllowed:discount": (N_("Discount {asked} is above your {limit}."), _ONE_ACTION),
    "NotAllowed:cash_move": (
        N_("{asked} in or out of the drawer is above your {limit}."),
        _ONE_ACTION,
    ),
    "NotAllowed:return": (N_("A return of {asked} is above your {limit}."), _ONE_ACTION),
    "NotFound": (N_("{what} {named} is not in the shop."), ""),
    "NotFound:program": (N_("No program is called {named}."), ""),
    "NotFound:draw": (N_("The program {named} draws nothing."), ""),
    "IdUsed": (N_("The id {named} was used before."), N_("Nothing was written.")),
    "PinNotTyped": (N_("No PIN was typed."), N_("Nothing was done, and no try was used up.")),
    "WrongPin": (N_("This PIN is not right. {tries_left} tries left."), ""),
    "PinLocked": (N_("Too many wrong PINs. Wait {seconds} seconds."), ""),
    "StaffSwitchedOff": (N_("{name} cannot sign in any more."), ""),
    "MemberCodeGarbled": (
        N_("The member code is incomplete: {length} characters."),
        _MEMBER_UNCHANGED,
    ),
    "MemberCodeOfAnotherShop": (
        N_("This member code is of another shop."),
        N_("The member is unchanged."),
    ),
    "MemberCodeForged": (N_("This member code is not valid."), _MEMBER_UNCHANGED),
    "MemberCodeRevoked": (
        N_("This card was reported lost and replaced."),
        N_("The member is unchanged."),
    ),
    "MemberCodeExpired": (N_("This member code's time is over."), _MEMBER_UNCHANGED),
    "CardUnknown": (
        N_("This card is not in the shop's file."),
        N_("The member is unchanged."),
    ),
    "PhoneMalformed": (N_("{typed} is no telephone number."), _NOTHING_SAVED),
    "PhoneTaken": (N_("This number belongs to {name} already."), _NOTHING_SAVED),
    "SponsorUnknown": (N_("No member {named} to be referred by."), _NOTHING_SAVED),
    "SponsorIsOneself": (N_("Nobody refers himself."), _NOTHING_SAVED),
    "ConsentMissing": (N_("The customer has not agreed yet."), _NOTHING_SAVED),
    "MemberOwed": (
        N_("The shop still owes the member: {group} {held}."),
        N_("It is spent or paid out first; nothing was erased."),
    ),
    "MemberWaits": (
        N_("The member still has {what}."),
        N_("He leaves or redeems them first, or waits; nothing was erased."),
    ),
    "PrizeOnRecord": (
        N_("The member won a prize, and winners are kept on record until {until}."),
        N_("Nothing was erased."),
    ),
    "MemberIsMerged": (
        N_("Number {member} is the same person as number {into}."),
        N_("Choose number {into}; nothing was done."),
    ),
    "MergeRefused": (N_("These two members cannot be merged."), N_("Nothing was changed.")),
    "MergeRefused:same": (N_("This is the member who stays."), N_("Choose the other one.")),
    "MergeRefused:brought": (
        N_("Member {member} has referred others; who referred whom never changes."),
        N_("Merge the other way round: open member {member}, the other is the duplicate."),
    ),
    "MergeRefused:sponsor": (
        N_("Member {member} was referred by the one who stays, or by whom he referred."),
        N_("Both stay; the owner may erase the duplicate once nothing is owed."),
    ),
    "MergeRefused:chain": (
        N_("Member {member} has a place in a chain, which cannot be moved."),
        N_("Merge the other way round, or let both stay; nothing was changed."),
    ),
    "MergeRefused:held": (
        N_("Purchases of member {member} are still held, the last until {until}."),
        N_("Merge after that day; nothing was changed."),
    ),
    "RefTaken": (N_("The id {ref} was used before."), _NOTHING_SAVED),
}
"""By class name: what happened, what was not done."""
