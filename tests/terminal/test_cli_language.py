"""The terminal speaks the system's language or the one asked for, argparse too."""

from __future__ import annotations

import argparse
import gettext
import inspect
import os

import pytest

from pos_app import cli
from pos_app.terminal.argparse_words import ARGPARSE_WORDS
from pos_app.terminal.speech import speaking, terminal_words
from pos_app.wording import Language
from tests.terminal.test_cli import COMMANDS

SPOKEN = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that names no language."""
    for name in SPOKEN:
        monkeypatch.delenv(name, raising=False)


def has_chinese(text: str) -> bool:
    """Whether there is a Chinese character in a text."""
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


@pytest.mark.parametrize("name", SPOKEN)
def test_each_way_a_system_names_its_language_is_heard(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Debian sets LANG, a desktop LANGUAGE, a careful person LC_MESSAGES."""
    monkeypatch.setenv(name, "zh_CN.UTF-8")

    assert terminal_words().language is Language.ZH_CN


def test_what_is_asked_for_wins_and_is_forgotten_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One command in the other language must not change the next."""
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    domain = gettext.textdomain()
    with speaking(["--language", "en", "verify"]):
        within = terminal_words().language, os.environ["LANGUAGE"]

    assert within == (Language.EN, "en")
    assert (terminal_words().language, "LANGUAGE" in os.environ) == (Language.ZH_CN, False)
    assert gettext.textdomain() == domain


@pytest.mark.parametrize("command", [(), *((each,) for each in COMMANDS[:-2])])
def test_every_line_of_the_help_is_chinese_for_who_reads_chinese(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Half a help in a foreign language is half a help."""
    with pytest.raises(SystemExit):
        cli.main(["--language", "zh_CN", *command, "--help"])

    told = capsys.readouterr().out
    paragraphs = [each for each in told.splitlines() if each.strip() and "FOLDER" not in each]
    heads = [each for each in paragraphs if each.endswith(":")]
    assert told.startswith("用法：")
    assert has_chinese(told.splitlines()[-1])
    assert [each for each in heads if not has_chinese(each)] == []
    assert "show this help" not in told


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ([], "缺少参数：命令"),
        (["nonsense"], "没有 'nonsense' 这一项"),
        (["backup"], "缺少参数：--to"),
        (["report", "day", "2026-02-31"], "2026-02-31 不是 2026-11-21 这样的日期"),
        (["verify", "--more"], "不认识的参数：--more"),
        (["what-if", "p.json", "--out", "o"], "以下参数须给出一个："),
        (["backup", "--to"], "后面要跟一个值"),
        (["verify", "--language", "de"], "没有 'de' 这一项"),
    ],
)
def test_a_mistake_on_the_command_line_is_explained_in_chinese(
    asked: list[str],
    told: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """These are argparse's own sentences, which know only what gettext tells them."""
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    with pytest.raises(SystemExit) as stopped:
        cli.main(asked)

    said = capsys.readouterr().err
    assert stopped.value.code == 2
    assert told in said
    assert "错误：" in said


def test_english_stays_as_argparse_says_it(capsys: pytest.CaptureFixture[str]) -> None:
    """The catalogue holds plurals only: an English text is its own id."""
    with pytest.raises(SystemExit):
        cli.main(["backup"])

    assert "main.py backup: error: the following arguments are required: --to" in (
        capsys.readouterr().err
    )


def test_the_words_are_still_argparses_own() -> None:
    """Another Python may say them differently; then ours would translate nothing."""
    source = inspect.getsource(argparse)

    assert [text for text in ARGPARSE_WORDS if repr(text)[1:-1] not in source] == []
