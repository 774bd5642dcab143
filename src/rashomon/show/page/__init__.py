"""What the dossier's page is fed: the record as its rows and words, put into the built page by `shell`."""
