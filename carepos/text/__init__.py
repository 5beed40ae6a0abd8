"""Pure functions on words: names, readings, phone numbers, dates and amounts as people type them."""
