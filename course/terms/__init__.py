"""The glossary: all terms in Kazakh order, and a page for each."""
