"""Setting the site up and serving it: front-end files, data preparation, the settings of gunicorn."""
