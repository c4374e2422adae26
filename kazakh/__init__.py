"""Kazakh as code: letters, order, folding, endings, numbers, names, sentences and stems."""
