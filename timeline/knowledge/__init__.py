"""Knowledge of the world that holds for articles of any year, from data files with their licences.

Each module reads its table once, when it is first asked. data/SOURCES.md names the sources.
"""
