"""The nouns of the shop: money, products, baskets, tenders, members; values that know no world."""
