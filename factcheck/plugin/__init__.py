"""Rules as tests of pytest: the room of the plugin, and the one door to pytest."""
