"""The ratio rule in what people would otherwise pick, each as near as it comes.

Each script reads the same package, prints how many rows pass and fail, and says in its first lines
what it cannot express. The environments are made by hand: see benchmarks/README.md.
"""
