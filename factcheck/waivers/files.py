"""What a file of waivers is called."""

from typing import Final

FILE_NAME: Final = "waivers.csv"
