"""What the words mean: formulas, terms, units, act and agency types, inflection."""
