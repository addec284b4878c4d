"""Pure values: rationals, intervals, truth, units and periods. Imports no other room."""
