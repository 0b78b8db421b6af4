"""How the processes of one user find and reach the running Sayso: a lock, and a channel for lines."""
