"""What a customer must be told, by kind of program."""
