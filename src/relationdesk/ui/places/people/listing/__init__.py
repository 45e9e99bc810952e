"""The list of people: rows, columns, orders, filters, and several at once."""
