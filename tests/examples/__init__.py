"""The packages in `examples` are what their pages say."""
