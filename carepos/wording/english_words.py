"""English as the check reads it: sentences of words without contractions, and the base forms of words."""

import functools
import re
from dataclasses import dataclass

_MARKS, _PAUSES = ".!?…。！？", ',;:()[]"“”–—―、，'
_TOKEN = re.compile(
    rf"〔[^〔〕\n]+〕|[ap]\.m\b\.?|(?:mr|mrs|ms|dr|e\.g|i\.e)\.|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[{_MARKS}\n][\s{_MARKS}]*|[^\w\s]"
)
_ALIKE = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("‐‑‒−", "-")
)  # fmt: skip
_SHORT = {
    "cannot": "can not", "can't": "can not", "won't": "will not", "shan't": "shall not", "ain't": "is not",
    "let's": "let us", "gonna": "going to", "wanna": "want to", "gotta": "got to", "dunno": "do not know",
    "cant": "can not", "dont": "do not", "didnt": "did not", "doesnt": "does not", "isnt": "is not",
    "wasnt": "was not", "couldnt": "could not", "wouldnt": "would not", "shouldnt": "should not",
    "havent": "have not", "hasnt": "has not", "wont": "will not", "arent": "are not", "werent": "were not",
    "im": "i am", "ive": "i have", "youre": "you are", "youve": "you have", "thats": "that is",
    "theres": "there is", "u": "you", "pls": "please", "plz": "please", "asap": "as soon as possible",
    "a.m": "am", "a.m.": "am", "p.m": "pm", "p.m.": "pm",
}  # fmt: skip
_ENDINGS = (("n't", "not"), ("'ll", "will"), ("'re", "are"), ("'ve", "have"), ("'m", "am"), ("'d", "would"))
_IS_AFTER = frozenset(
    ("it", "that", "this", "there", "here", "what", "who", "where", "how", "when", "why", "he", "she", "everything")
)
_IRREGULAR = {
    "be": "am is are was were been being", "have": "has had having", "do": "does did done", "go": "went gone",
    "say": "said", "tell": "told", "get": "got gotten", "give": "gave given", "take": "took taken", "come": "came",
    "know": "knew known", "think": "thought", "find": "found", "leave": "left", "keep": "kept", "hold": "held",
    "make": "made", "send": "sent", "sell": "sold", "buy": "bought", "bring": "brought", "break": "broke broken",
    "forget": "forgot forgotten", "lose": "lost", "mean": "meant", "run": "ran", "pay": "paid", "speak": "spoke spoken",
    "write": "wrote written", "understand": "understood", "misunderstand": "misunderstood", "hear": "heard",
    "choose": "chose chosen", "feel": "felt", "see": "saw seen", "try": "tried tries", "deal": "dealt",
    "wear": "wore worn", "throw": "threw thrown", "tear": "tore torn", "show": "shown", "fall": "fell fallen",
    "lend": "lent", "spend": "spent", "meet": "met",
}  # fmt: skip
_BASE = {form: base for base, forms in _IRREGULAR.items() for form in forms.split()}
_PRESENT = frozenset(("am", "is", "are", "being", "has", "having", "does", "tries"))  # the irregular ones of today
_NUMBERS = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
     "twenty", "thirty", "forty", "fifty", "half")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A word, "," for any pause, or the mark (. ! ?) that ends a sentence; and where it stands."""

    word: str
    start: int
    end: int


Sentence = list[Token]


def sentences(text: str) -> list[Sentence]:
    """The words of each sentence; a contraction becomes its words, each standing where the contraction stands."""
    found: list[Sentence] = [[]]
    for one in _TOKEN.finditer(_plain(text)):
        words = _words(one, text)
        found[-1] += [Token(word, *one.span()) for word in words]
        if words and words[0] in _MARKS:
            found.append([])
    return [sentence for sentence in found if sentence]


@functools.lru_cache(20_000)
def forms(word: str) -> tuple[str, ...]:
    """The word and what it may be ("stopped" also "stop"), "-ed" for a past; "#" for a number or a 〔blank〕."""
    if word[0].isdecimal() or word[0] == "〔" or word in _NUMBERS:
        return (word, "#")
    bases = [_BASE[word]] if word in _BASE else _bases(word)
    return (word, *(base for base in bases if len(base) > 1), *(("-ed",) if _is_past(word) else ()))


def _plain(text: str) -> str:
    """Small letters of usual width and plain apostrophes, without moving a character."""
    return "".join(low if len(low := one.lower()) == 1 else one for one in text.translate(_ALIKE))


def _words(found: re.Match[str], text: str) -> list[str]:
    word = found.group()
    if word[0] in _MARKS or word[0] == "\n":
        inside = text[found.end() : found.end() + 1].isalnum() and len(word) == 1 and word != "\n"
        return [] if inside else ["?" if "?" in word else "!" if "!" in word else "."]
    if word[0] == "〔":  # a fact to come
        return ["〔〕"]
    if word in _PAUSES or (word == "-" and _stands_alone(text, *found.span())):
        return [","]
    return _spelled_out(word) if word[0].isalnum() else []


def _stands_alone(text: str, start: int, end: int) -> bool:
    """A dash beside a space is a pause; within a word it is none."""
    return text[start - 1 : start].isspace() or text[end : end + 1].isspace()


def _spelled_out(word: str) -> list[str]:
    if word in _SHORT:
        return _SHORT[word].split()
    for ending, full in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return [word.removesuffix(ending), full]
    if word.endswith("'s"):
        owner = word.removesuffix("'s")
        return [owner, "is"] if owner in _IS_AFTER else [owner, "'s"]
    return [word]


def _bases(word: str) -> list[str]:
    """The word without a regular ending; a guess too many finds nothing."""
    if word.endswith("s") and not word.endswith("ss"):
        return [word[:-1], *([word[:-2]] if word.endswith("es") else []), *_with_y(word, "ies")]
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            single = [stem[:-1]] if len(stem) > 2 and stem[-1] == stem[-2] else []
            return [stem, stem + "e", *single, *_with_y(word, "ied")]
    return []


def _is_past(word: str) -> bool:
    """Whether a verb tells what was ("gave", "opened", not "need"); a guess too many finds nothing."""
    return word in _BASE and word not in _PRESENT or word.endswith("ed") and not word.endswith("eed")


def _with_y(word: str, ending: str) -> list[str]:
    return [word.removesuffix(ending) + "y"] if word.endswith(ending) else []
