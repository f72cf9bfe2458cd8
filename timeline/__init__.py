"""Timeline: a database of events that articles tell of, and of who attended them."""
