"""What files of others hold: products, another till's past, the sample shop."""
