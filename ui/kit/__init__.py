"""What every screen is made of: theme, words, buttons, fields, sheets, lists."""
