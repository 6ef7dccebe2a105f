"""The verbs, through the door a user uses."""
