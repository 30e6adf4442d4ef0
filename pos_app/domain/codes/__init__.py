"""What a scanner reads: the makers' barcodes, and the codes the shop makes itself."""
