"""The command line's commands, one per file. Each `run` answers with the exit status or raises Problem."""
