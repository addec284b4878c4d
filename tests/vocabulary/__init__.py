"""Reading descriptors and tables: good ones, broken ones, and a stranger's."""
