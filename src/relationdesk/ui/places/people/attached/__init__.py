"""The tab of the files that are kept with somebody."""
