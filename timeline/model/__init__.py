"""The tables; every one is imported here, so that Alembic sees it. Relationships point to parents."""

from timeline.model.article import Article, ImportFailure, ImportRun, Source
from timeline.model.base import Base
from timeline.model.claim import Claim
from timeline.model.event import Attendance, Event, EventAlias, EventMention
from timeline.model.participant import Participant, ParticipantAlias
from timeline.model.trade import TradeFigure

__all__ = [
    "Article",
    "Attendance",
    "Base",
    "Claim",
    "Event",
    "EventAlias",
    "EventMention",
    "ImportFailure",
    "ImportRun",
    "Participant",
    "ParticipantAlias",
    "Source",
    "TradeFigure",
]
