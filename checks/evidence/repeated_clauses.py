"""One short clause set between the sentences of a text, again and again, with which it has nothing to do.

Spun pages put a name with its invitation, or a slogan, before one sentence after another. Openings that writers repeat
(据介绍，) and refrains share their words with the text or name no trade: here the clause names one, each time another
sentence follows, and its pairs of letters stand nowhere else in the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checks.evidence.estrangement import is_strange_to
from checks.evidence.lexicon import dictionary
from checks.evidence.search_terms import BRANDS, FORMS, LATIN, NOUNS, is_honest
from checks.evidence.substitutes import MADE
from checks.evidence.trades import REPORTED, TELLING, Rest
from checks.evidence.usage import usages
from checks.model import Candidate
from checks.phrases import phrase_groups
from checks.text import Text, any_of, later

_GROUPS = phrase_groups("repeated_clauses")
CALLS = usages(_GROUPS["calls"])
"""Words that call readers to a site or a seller."""

_NAMES = MADE | BRANDS | NOUNS | LATIN
_STEMS = usages(phrase_groups("spam_words")["stems"])
SET_IN = CALLS | _NAMES | TELLING | _STEMS
"""Without one of these no clause is looked at."""

_PLAIN = any_of({*CALLS, "官方", "官网", "注册", "登录", "下载", "平台"})
_TOLD_OF = later("|".join(phrase_groups("spam_words")["told of"]))
_HOUSE = later(rf"(?P<stem>[\u4e00-\u9fffa-z0-9]{{1,4}})(?:{FORMS})")
# What a clause and a sentence begin behind, and what they are up to their end.
_SHAPES = tuple(
    (later(rf"[^{ends}\n]{{0,24}}\Z"), later(rf"[^{ends}\n]{{0,24}}[{ends}]")) for ends in (",。!?;", "。!?;")
)
_TAGGED = later(r"([\u4e00-\u9fff]{2,4}?)[·.]?[a-z0-9]{0,8}")
_JOINT = later(r"[\s,。!?;·]+|请|您|可|后")
_QUOTED = later(r"[“”\"「」『』:《》]")
_AFTER = 6  # letters of what follows, by which two sentences are told apart
_LEAST, _LONGEST = 4, 20  # letters of such a clause; longer ones are paragraphs of a page's own
_REACH = 40  # letters round a candidate in which its clause begins and ends
_TIMES = 2  # different sentences before which it stands
_MOST = 60  # candidates of a text that are followed
_READ = 20_000  # letters of a text in which the clause must not come back

Place = tuple[int, int]


def clauses_in(text: Text, candidates: Sequence[Candidate], rest: Rest) -> Iterator[Place]:
    """The places of such clauses, with the mark behind them."""
    chosen = [c for c in candidates if c.field == "text" and c.phrase in SET_IN][:_MOST]
    places: dict[str, dict[Place, str]] = defaultdict(dict)
    for clause, place, after in (found for c in chosen for found in _around(text, c)):
        places[clause][place] = after
    told = [clause for clause in places if _is_told(text, clause, places[clause], rest)]
    for clause in told:
        if not any(clause in other and clause != other for other in told):
            yield from places[clause]


def _around(text: Text, candidate: Candidate) -> Iterator[tuple[str, Place, str]]:
    """The clause and the sentence round a candidate, their places, and what follows them."""
    line = text.line_at(candidate.start)
    low = max(candidate.start - _REACH, line.start)
    folded = text.folded(low, min(line.end, candidate.end + _REACH))
    for before, shape in _SHAPES:
        begun = before.search(folded, 0, candidate.start - low)
        found = shape.match(folded, begun.start()) if begun else None
        if begun and found and (begun.start() or low == line.start) and found.end() > candidate.end - low:
            clause = found[0].strip()
            start = low + found.end() - len(found[0].lstrip())
            if _LEAST < len(clause) <= _LONGEST + 1 and not _QUOTED.search(clause):
                yield clause, (start, low + found.end()), folded[found.end() :][:_AFTER].strip()


def _is_told(text: Text, clause: str, places: dict[Place, str], rest: Rest) -> bool:
    """It stands before different sentences, names a trade, and the rest of the text has nothing of it."""
    if len(set(places.values()) - {""}) < _TIMES or _TOLD_OF.search(clause) or REPORTED.search(clause):
        return False
    if not _names_a_trade(clause):
        return False
    others = text.folded(0, _READ).replace(clause, "\n")
    own = _PLAIN.sub(" ", clause)  # the words around the name may come back, the name may not
    back = any(call in others for call in CALLS if call in clause)
    return not back and is_strange_to(own, others) and not rest.speaks_of({"betting"}, list(places))


def _names_a_trade(clause: str) -> bool:
    """A listed name or word of the trades, or a call together with a name that is not everybody's."""
    if any(word in clause for word in CALLS) and _has_own_name(clause):
        return True
    if (bare := _TAGGED.fullmatch(clause[:-1])) and bare[1] in _STEMS and bare[0] != bare[1]:
        return True
    if any(house for house in _HOUSE.finditer(clause) if not is_honest(house["stem"])):
        return True
    return any(word in clause for word in _telling_in(clause))


def _has_own_name(clause: str) -> bool:
    """What is left of a call is no word of everybody's."""
    left = [part for part in _JOINT.split(_PLAIN.sub(" ", clause)) if len(part) > 1]
    return any(part not in dictionary() for part in left)


def _telling_in(clause: str) -> Iterator[str]:
    sizes = range(2, len(clause) + 1)
    parts = (clause[i : i + size] for size in sizes for i in range(len(clause) - size + 1))
    return (part for part in parts if part in TELLING or part in BRANDS or part in MADE or part in LATIN)
