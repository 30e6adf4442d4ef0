"""Other tills' pasts turned into histories, and what the books must say of them."""
