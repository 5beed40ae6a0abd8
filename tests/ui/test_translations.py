"""Every sentence of the interface is translated: Japanese in full, English wherever it counts something."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
PLACEHOLDER = re.compile(r"\{\w*\}|%n")


def sentences() -> Iterator[str]:
    """What `self.tr` and `QCoreApplication.translate` are given, read from the source itself."""
    for path in (ROOT / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                place = {"tr": 0, "translate": 1}.get(node.func.attr)
                words = node.args[place] if place is not None and len(node.args) > place else None
                if isinstance(words, ast.Constant) and isinstance(words.value, str):
                    yield words.value


def messages(language: str) -> list[ElementTree.Element]:
    """The entries of a language's file."""
    return list(ElementTree.parse(ROOT / f"resources/i18n/carepos_{language}.ts").iter("message"))


def forms(message: ElementTree.Element) -> list[str]:
    """The translations of one entry: one, or one for each grammatical number."""
    found = message.find("translation")
    assert found is not None
    numbers = [form.text or "" for form in found.findall("numerusform")]
    return numbers or [found.text or ""]


def test_nothing_is_said_that_the_translators_never_saw() -> None:
    """Each sentence in the source stands in the Japanese file (run `make i18n`)."""
    known = {message.findtext("source") for message in messages("ja")}
    assert sorted(set(sentences()) - known) == []


def test_what_is_counted_is_known_to_be_counted() -> None:
    """A number is given to `self.tr`: `lupdate` sees none in `translate`, and English would read "1 thing(s)"."""
    counted = [message for message in messages("ja") if "%n" in (message.findtext("source") or "")]
    assert counted
    assert [message.findtext("source") for message in counted if message.get("numerus") != "yes"] == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_entry_is_translated_with_its_placeholders(language: str) -> None:
    """No entry is empty or unfinished, and each form keeps what is filled in."""
    for message in messages(language):
        source = message.findtext("source") or ""
        unfinished = message.find("translation[@type='unfinished']")
        assert unfinished is None, f"{language}: {source}"
        for form in forms(message):
            assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(source)), form
