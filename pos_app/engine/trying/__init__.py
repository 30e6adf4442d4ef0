"""What a what-if is made of: trade, a book that forgets, the curve it draws."""
