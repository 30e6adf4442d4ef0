"""The stores of an alliance: one comes, one leaves, what each still has in it."""
