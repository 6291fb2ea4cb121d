"""From instructions to operations, from operations to the consolidated act."""
