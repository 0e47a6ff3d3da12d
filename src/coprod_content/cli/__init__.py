"""The command line, `coprod`: one module for each group of commands."""
