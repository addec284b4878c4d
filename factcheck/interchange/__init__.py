"""The libraries of other people's packages: what they say of ours, and what they read."""
