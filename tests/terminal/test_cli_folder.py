"""A folder that the system refuses, as every command says it."""

from pathlib import Path

import pytest

from pos_app import cli


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal speaks English in these tests, wherever they run."""
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.mark.parametrize(
    "asked",
    [
        ("verify",),
        ("report", "day", "2026-01-05"),
        ("sample", "--days", "1"),
        ("backup", "--to", "x"),
        ("restore", "{far}"),
        ("replay", "{far}", "--out", "x"),
    ],
)
def test_a_folder_that_the_system_refuses_is_one_plain_sentence(
    asked: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A traceback helps nobody, and no sale was lost by looking (faults.md section 2)."""
    far = tmp_path / ("x" * 300)
    typed = [each.format(far=far) for each in asked]
    code = cli.main([*typed, "--folder", str(far)])

    told = capsys.readouterr().err
    assert (code, told.count("\n")) == (1, 1)
    assert "its name is too long" in told
    assert "not booked" not in told
