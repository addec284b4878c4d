"""The one door to the files of the user, and notes of what was seen there."""
