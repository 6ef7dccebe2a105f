"""The command `ambassade`: one file a verb, discovered by its attribute `command`."""
