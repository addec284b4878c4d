"""The small tables of a package: entities, metrics, units, rates, sources, memberships."""
