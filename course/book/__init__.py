"""The course as a book: EPUB and PDF made from the same documents."""
