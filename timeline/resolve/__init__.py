"""From mentions to rows: which spellings are one participant, which mentions are one event.

Both questions are answered by a rule on pairs and a settling of the pool that the pairs connect. The
answer is a function of the set of mentions alone, so neither the order of import nor a crash between
two imports can change it. ``spellings`` and ``occasions`` are the rules, ``pools`` finds in the database
what a new mention could be connected to.
"""
