"""The books: transfers with one debit and one credit, and what must be true of them."""
