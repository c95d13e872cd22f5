"""A worker that squares numbers until it is stopped."""
