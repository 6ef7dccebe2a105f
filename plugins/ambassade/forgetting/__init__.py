"""What `ambassade forget` does: a person's data leaves the files, and a tombstone stays.

`plan` computes everything that will be written and deleted; `carry_out` does it whole or not at
all; `traces` and `git_history` tell where the person still is.
"""
