"""The office at the back, where a manager asks questions and sets the shop up."""
