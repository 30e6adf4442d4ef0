"""Refusals and faults as calm sentences, in the language of whoever reads them."""
