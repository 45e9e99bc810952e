"""A list beside the page of what is chosen in it: what every place that is so has in common."""
