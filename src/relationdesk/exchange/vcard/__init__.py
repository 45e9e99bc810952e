"""vCard 2.1, 3.0 and 4.0, as other programs write them and as they like to read them."""
