"""Tests of the files with which others run factcheck in their own checks."""
