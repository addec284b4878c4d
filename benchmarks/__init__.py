"""Measurements that anybody can repeat: each compares its subjects side by side in one run."""
