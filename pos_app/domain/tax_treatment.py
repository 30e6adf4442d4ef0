"""What the rewards of a program are for tax, as the shop chose (rulebook 10.7).

A word for the statements and their reader; no amount that is paid depends on it. What a draw
keeps back is `withhold_bp` alone.
"""

PRICE_DISCOUNT = "PRICE_DISCOUNT"
"""Points and what comes off a price: nothing is taxed."""
INCIDENTAL_INCOME = "INCIDENTAL_INCOME"
"""偶然所得: a further chance to win; 20 % is kept back (财税〔2011〕50号)."""
LABOUR_INCOME = "LABOUR_INCOME"
"""劳务报酬: paid to a person who acts for the shop; tax is kept back from 800 yuan on."""
OTHER_INCOME = "OTHER_INCOME"
"""What no source settles, such as a queue's refund that is no discount after all."""

TAX_TREATMENTS = (PRICE_DISCOUNT, INCIDENTAL_INCOME, LABOUR_INCOME, OTHER_INCOME)
