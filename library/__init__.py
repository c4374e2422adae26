"""The shelf: strict reading of content, proof, revisions, and the one door to every document."""
