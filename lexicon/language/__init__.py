"""spaCy for the texts of acts: a Kazakh language, and components for both languages."""
