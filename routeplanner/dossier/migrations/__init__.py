"""How the tables of a dossier came to be, a file per change in `versions/`: they run when a dossier is opened.

A file that was released is never changed; what comes after it is a file of its own.
"""
