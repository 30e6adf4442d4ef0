"""The till in front, where a cashier sells."""
