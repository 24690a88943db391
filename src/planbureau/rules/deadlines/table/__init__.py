"""The rules themselves, one module per law or kind of plan; `catalogue` joins them."""
