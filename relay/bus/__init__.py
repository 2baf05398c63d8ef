"""The bus carries messages between the processes of a relay."""
