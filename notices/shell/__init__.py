"""What stands between a command and its result: options, help, tables, progress."""
