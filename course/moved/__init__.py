"""Where pages and modules went that stood elsewhere before."""
