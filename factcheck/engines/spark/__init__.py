"""Apache Spark, where one machine is not enough."""
