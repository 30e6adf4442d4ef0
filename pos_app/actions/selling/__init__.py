"""At the counter: a bill rung up, paid, put aside, returned or voided."""
