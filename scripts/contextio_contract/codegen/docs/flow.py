"""The connect flow as a sequence diagram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PARTIES: Final = ("Application", "Browser", "Service", "Mail server")

# Pixels: from one party to the next, from one step to the next, and above the first step.
_COLUMN, _ROW, _TOP = 180, 58, 74


@dataclass(frozen=True)
class Step:
    """One message of the flow.

    Attributes:
        sender: index of a party.
        receiver: index of another one.
        text: what is sent, as it stands over the arrow.
        operation: the operationId, where the message is a call of the API.
        told: the step as a sentence.
        answers: whether it answers an earlier step.
    """

    sender: int
    receiver: int
    text: str
    told: str
    operation: str = ""
    answers: bool = False


STEPS: Final = (
    Step(
        0,
        2,
        "create a token with callback_url",
        "The application creates a connect token.",
        "connect_tokens_create",
    ),
    Step(
        2,
        0,
        "token, browser_redirect_url",
        "The answer names the token and where to send the browser.",
        answers=True,
    ),
    Step(0, 1, "browser_redirect_url", "The application sends the person's browser there."),
    Step(1, 2, "settings of the mailbox", "The person enters the settings of the mailbox."),
    Step(2, 3, "log in over IMAP", "The service opens the mailbox to test them."),
    Step(
        3,
        2,
        "the mailbox opens",
        "The mailbox opens, and the service creates account and source.",
        answers=True,
    ),
    Step(2, 1, "callback_url", "The service sends the browser on to callback_url."),
    Step(1, 0, "contextio_token=…", "The application receives contextio_token in the query."),
    Step(0, 2, "read the token", "The application reads the token.", "connect_tokens_get"),
    Step(2, 0, "account, used, expires: false", "The answer holds the account that was made.", answers=True),
)


@dataclass(frozen=True)
class Arrow:
    """A step with its coordinates in the drawing."""

    step: Step
    number: int
    y: int
    start: int
    end: int

    @property
    def middle(self) -> int:
        """Where the text stands."""
        return (self.start + self.end) // 2

    @property
    def tip(self) -> str:
        """The points of the arrow's head."""
        back = self.end - 9 if self.end > self.start else self.end + 9
        return f"{self.end},{self.y} {back},{self.y - 5} {back},{self.y + 5}"


@dataclass(frozen=True)
class Drawing:
    """Everything that the template draws, in pixels."""

    arrows: list[Arrow]
    lines: list[tuple[str, int]]
    width: int
    height: int


def drawing(operations: set[str]) -> Drawing | None:
    """Return the drawing, or None where the description has no connect flow.

    Args:
        operations: the operationIds of the description.
    """
    if not operations.issuperset(step.operation for step in STEPS if step.operation):
        return None
    centre = [_COLUMN // 2 + 10 + index * _COLUMN for index in range(len(PARTIES))]
    arrows = []
    for number, step in enumerate(STEPS, 1):
        inset = 6 if step.receiver > step.sender else -6
        arrows.append(
            Arrow(
                step,
                number,
                _TOP + (number - 1) * _ROW + _ROW // 2,
                centre[step.sender] + inset,
                centre[step.receiver] - inset,
            )
        )
    return Drawing(
        arrows,
        list(zip(PARTIES, centre, strict=True)),
        _COLUMN * len(PARTIES) + 20,
        _TOP + len(STEPS) * _ROW + 16,
    )
