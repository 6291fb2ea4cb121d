"""From an act or the embedded methodology and an agency to signed-ready documents."""
