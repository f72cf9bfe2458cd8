"""The frames that say who comes, stays away, is invited, or meets; each a module of its own."""
