"""The write path: ``importing`` takes documents, ``readings`` makes rows of them, ``store`` resolves and writes."""
