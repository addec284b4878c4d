"""What is wrong with the user's files: values with a code and a place, never exceptions."""
