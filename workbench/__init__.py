"""What people touch: the command line, profiles, files."""
