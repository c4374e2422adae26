"""The book as PDF: our fonts, numbered pages, contents with page numbers. Heavy: only the command makes it."""

from __future__ import annotations

from pathlib import Path

VENDOR = Path(__file__).resolve().parents[2] / "static" / "vendor"


class NoPrinter(RuntimeError):
    """The library that lays out pages cannot be loaded on this machine."""


def write(html: str, style: str, path: Path) -> None:
    """Write the PDF of one whole HTML document; only our own fonts are read, nothing from the network."""
    try:
        # it needs Pango from the system and takes a second to load: not for the site's own start
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:
        raise NoPrinter(str(error)) from error
    near, fonts = URLFetcher(allowed_protocols=("file",)), FontConfiguration()
    # what is needed of the site's fonts is named in one file, with addresses beside it
    sheets = [
        CSS(filename=str(VENDOR / "fonts.css"), font_config=fonts, url_fetcher=near),
        CSS(string=style, font_config=fonts, url_fetcher=near),
    ]
    document = HTML(string=html, url_fetcher=near, base_url=VENDOR.as_uri())
    document.write_pdf(path, stylesheets=sheets, font_config=fonts)
