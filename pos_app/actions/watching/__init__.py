"""What an owner keeps an eye on: today, what people did, whose data is kept."""
