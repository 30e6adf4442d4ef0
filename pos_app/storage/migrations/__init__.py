"""Steps from one version of the shop's file to the next."""
