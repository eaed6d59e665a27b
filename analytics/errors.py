"""The one error that is meant for the person, not for the log."""


class CordonError(Exception):
    """A fault the person can mend; its text says what is wrong, where, and how to mend it."""


class OutageError(CordonError):
    """A fault of the service, not of what was asked: the same question may be answered later, or by other means."""
