"""What a command shows in the terminal, and the options that several commands share."""
