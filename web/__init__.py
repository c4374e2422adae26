"""What the site shares: locale, CSRF, errors, headers, rendering, the trace in the reader's language."""
