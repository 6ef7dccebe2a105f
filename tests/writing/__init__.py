"""New files, made of what somebody answered."""
