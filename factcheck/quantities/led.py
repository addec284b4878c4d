"""`Took over 3 companies`: a word of a bound may belong to the verb before it."""

from collections.abc import Sequence

from factcheck.quantities.draft import Draft
from factcheck.quantities.tokens import Token


def settle_led(tokens: Sequence[Token], draft: Draft) -> None:
    """Of things that are counted the word is not taken for a bound; of amounts it is likelier."""
    if draft.kind not in {"count", "number", None} or draft.money or draft.number.scale:
        return
    for place in range(draft.first, draft.number.first):
        if "may_be_led" in tokens[place].roles:
            draft.relation, draft.first = "", place + 1
            draft.doubts.append(f"`{tokens[place].text}` may be a verb, or end in a bound")
            return
