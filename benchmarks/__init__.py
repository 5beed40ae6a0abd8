"""The figures of speed, each measured beside a raw script in the same run on the same file; nothing is asserted."""
