"""Better wordings for what was found: the clerk's own sentence is kept where it can be; unknown facts stay blank.

A blank 〔time〕 is filled by who knows the fact; nothing is invented (P35).
"""

import re
from collections.abc import Callable

from carepos.text import japanese
from carepos.wording.rulepacks import Found, Rule, Words

BLANK = re.compile("〔[^〔〕\n]+〕")
_SENTENCE_END = re.compile(r"(?:[.!?](?=\s|$)|[。！？\n])\s*")

Finds = Callable[[str], list[Found]]


def fitting(text: str, found: Found, lists: Words, finds: Finds) -> tuple[str, ...]:
    """What to say instead, each of which passes the check by itself and where it is taken over.

    Other words in the place of these, words after the sentence, other sentences; the rule's own if none passes there.
    """
    rule, start, end = found
    words = swapped(rule, text[start:end], lists)
    own = [words] if words != text[start:end] else []
    said = _closed(text[slice(*_sentence(text, start, end))])
    added = [said + ("" if japanese.is_japanese(more) else " ") + more for more in rule.add]
    told = dict.fromkeys((*own, *added, *rule.better))
    return tuple(one for one in told if _sound(text, found, one, finds)) or rule.better


def swapped(rule: Rule, words: str, lists: Words) -> str:
    """The words with the first of the rule's `instead` that stands in them changed; a capital stays one."""
    changed = (re.sub(_pattern(old, lists), _put(new), words, flags=re.IGNORECASE) for old, new in rule.instead)
    return next((one for one in changed if one != words), words)


def mended(text: str, start: int, end: int, better: str) -> str:
    """The text with a better wording taken over: a sentence replaces the sentence, other words replace the words."""
    if _SENTENCE_END.search(better):
        start, end = _sentence(text, start, end)
    return text[:start] + better + text[end:]


def _sound(text: str, found: Found, better: str, finds: Finds) -> bool:
    """Whether a better wording passes by itself and in its sentence; what counts `again`, in the whole text."""
    rule, start, end = found
    first, last = (0, len(text)) if rule.again else _sentence(text, start, end)
    around = mended(text[first:last], start - first, end - first, better)
    at = around.find(better)
    return not finds(better) and not any(a < at + len(better) and b > at for _, a, b in finds(around))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentences around a part of the text begin and end."""
    first = max((one.end() for one in _SENTENCE_END.finditer(text, 0, start)), default=0)
    after = _SENTENCE_END.search(text, max(start, end - 1))
    return first, len(text[: after.end()].rstrip()) if after else len(text)


def _closed(sentence: str) -> str:
    """The sentence with a mark at its end."""
    said = sentence.rstrip(" 　,、")
    closed = said[-1:] in tuple(".!?。！？")
    return said if closed else said + ("。" if japanese.is_japanese(said) else ".")


def _pattern(old: str, lists: Words) -> str:
    """Finds these words, or any of a <list>; plain text, so nothing can explode."""
    ones = lists.get(old[1:-1], ()) if old[0] + old[-1] == "<>" else (old,)
    words = sorted(ones, key=len, reverse=True) or (old,)
    return "|".join(rf"\b{re.escape(one)}\b" if one.isascii() else re.escape(one) for one in words)


def _put(new: str) -> Callable[[re.Match[str]], str]:
    return lambda seen: new[:1].upper() + new[1:] if seen[0][:1].isupper() else new
