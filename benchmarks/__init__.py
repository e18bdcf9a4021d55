"""What this project measures, each file a command of its own; results stand beside them as tables."""
