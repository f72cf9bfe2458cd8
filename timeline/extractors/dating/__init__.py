"""The grammar of dates in English news: words, tenses, single dates, and periods of trade figures.

It lies below the extractors, so that each of them may ask it; nothing here knows spaCy.
"""
