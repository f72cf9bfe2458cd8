import pytest
from builders import store_articles

from timeline.database import reading


@pytest.fixture
def asked(database_url):
    """Return a function that stores articles and opens a session for questions on them."""
    opened = []

    def ask(*articles):
        store_articles(database_url, *articles)
        context = reading(database_url)
        opened.append(context)
        return context.__enter__()

    yield ask
    for context in opened:
        context.__exit__(None, None, None)
