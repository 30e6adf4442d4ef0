"""The books: one debit, one credit, and what must be true of them."""
