"""What the relay knows, without sockets, clocks or tasks: told what arrived and when, it returns what happened."""
