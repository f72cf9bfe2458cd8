"""The questions: each takes a session, reads, and returns plain frozen rows; a module a subject."""
