"""Large packages shaped like real reporting, and what takes how long over them."""
