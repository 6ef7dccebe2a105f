"""Bad input at large: whatever stands in a file, a build ends soon, in a site or in words that say why."""
