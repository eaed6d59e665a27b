"""The one error that is meant for the person, not for the log."""


class CordonError(Exception):
    """A fault the person can mend; its text says what is wrong, where, and how to mend it."""
