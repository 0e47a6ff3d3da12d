"""The error for text that cannot be spoken."""


class SpeechProblem(Exception):
    """Error raised if text cannot be spoken.

    The message is written for users.
    """
