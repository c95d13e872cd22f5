USER ray # or appuser, 1000:1000
