"""A history is read exactly as it is written, or stops at the line that is wrong."""

import json
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.files.replay_events import HistoryEvent, ProgramSet, SaleMade, TimePassed
from pos_app.domain.files.replay_history import MalformedLine, read_history
from pos_app.domain.moment import Instant

AT = "2026-01-05T10:00:00+08:00"
MOMENT = Instant(1_767_578_400_000)


def _read(*events: dict[str, object] | bytes) -> list[HistoryEvent]:
    lines = [each if isinstance(each, bytes) else json.dumps(each).encode() for each in events]
    return list(read_history(lines))


def _refusal(lines: Iterable[bytes]) -> MalformedLine:
    with pytest.raises(MalformedLine) as refused:
        list(read_history(lines))
    return refused.value


def test_empty_lines_count_but_say_nothing() -> None:
    """An editor shows the number that the refusal names."""
    found = _read({"event": "time", "at": AT}, b"\r\n", b"  ", {"event": "time", "at": AT})

    assert [event.line for event in found] == [1, 4]


def test_a_mark_before_the_first_line_is_passed_over() -> None:
    """Some editors write one into every UTF-8 file."""
    found = _read(b"\xef\xbb\xbf" + json.dumps({"event": "time", "at": AT}).encode())

    assert found == [TimePassed(line=1, at=MOMENT)]


def test_the_lines_before_a_wrong_one_are_read() -> None:
    """A replay stops at the wrong line; what came before has happened."""
    reading = read_history([json.dumps({"event": "time", "at": AT}).encode(), b"{"])
    first = next(reading)
    with pytest.raises(MalformedLine) as refused:
        next(reading)

    assert first == TimePassed(line=1, at=MOMENT)
    assert (refused.value.line, refused.value.why) == (2, "json")


def test_time_never_goes_backwards_but_may_stand() -> None:
    """Two tills ring in the same second; an earlier line would settle what is past."""
    later = {"event": "time", "at": "2026-01-05T02:00:00.001Z"}
    _read({"event": "time", "at": AT}, {"event": "time", "at": AT})
    refused = _refusal(json.dumps(each).encode() for each in (later, {"event": "time", "at": AT}))

    assert (refused.line, refused.why, refused.named) == (2, "back", "at")


SALE = '{"event":"sale","at":"%s","sale":"s","lines":[%s]%s}'
LINE = '{"sku":"x","price_fen":1,"quantity_milli":1000}'


def _sale(lines: str = LINE, more: str = "") -> bytes:
    return (SALE % (AT, lines, more)).encode()


def _with(**fields: object) -> bytes:
    return json.dumps({"at": AT, **fields}).encode()


@pytest.mark.parametrize(
    ("line", "why", "named"),
    [
        (b"{", "json", ""),
        (b"nonsense", "json", ""),
        (b"[" * 100_000, "json", ""),
        (b'{"a":' * 100_000, "json", ""),
        (b"\xff\xfe", "encoding", ""),
        (b"[]", "object", ""),
        (b"null", "object", ""),
        (b'{"event":"time","event":"time"}', "duplicate_key", "event"),
        (_with(event="time", extra=1), "unknown_field", "extra"),
        (_with(event="tea"), "event", "event"),
        (_with(), "missing", "event"),
        (_with(event=7), "type", "event"),
        (b'{"event":"time"}', "missing", "at"),
        (b'{"event":"time","at":7}', "type", "at"),
        (b'{"event":"time","at":"2026-01-05T10:00:00"}', "time", "at"),
        (b'{"event":"time","at":"yesterday"}', "time", "at"),
        (b'{"event":"time","at":"1969-12-31T23:59:59Z"}', "time", "at"),
        (b'{"event":"time","at":"9999-12-31T23:59:59-23:00"}', "time", "at"),
        (_with(event="void"), "missing", "sale"),
        (_with(event="void", sale=12), "type", "sale"),
        (_with(event="void", sale=""), "id", "sale"),
        (_with(event="void", sale="x" * 65), "id", "sale"),
        (_with(event="void", sale="\ud800"), "signs", ""),
        (_with(event="void", sale="a\0b"), "signs", ""),
        (_with(event="member", member="a@b"), "id", "member"),
        (_with(event="member", member="a", sponsor="a@b"), "id", "sponsor"),
        (_with(event="period", program="a@b"), "id", "program"),
        (_with(event="program", program="p", kind=""), "id", "kind"),
        (_with(event="program", program="p", kind="M0", enabled=1), "type", "enabled"),
        (_with(event="program", program="p", kind="M0", priority=True), "type", "priority"),
        (_with(event="program", program="p", kind="M0", priority=2**53), "range", "priority"),
        (_with(event="program", program="p", kind="M0", priority=-(2**53)), "range", "priority"),
        (_with(event="redeem", member="A", program="p", units=2**53), "range", "units"),
        (_with(event="program", program="p", kind="M0", params=[]), "type", "params"),
        (_with(event="program", program="p", kind="M0", params={"a": 1.5}), "fraction", "1.5"),
        (_with(event="program", program="p", kind="M0", params={"a": "\udc00"}), "signs", ""),
        (_with(event="program", program="p", kind="M0", preset="x" * 4001), "too_long", "preset"),
        (_with(event="shop", line_rounding="half_even"), "word", "line_rounding"),
        (_with(event="payout", member="A", account="LOCK", amount_fen=1), "word", "account"),
        (_with(event="payout", member="A", account="CASH", amount_fen="1"), "type", "amount_fen"),
        (_with(event="return", sale="s", **{"return": "r"}), "missing", "lines"),
        (_with(event="sale", sale="s", lines={}), "type", "lines"),
        (_with(event="sale", sale="s", lines=[7]), "object", ""),
        (_sale('{"sku":"x","price_fen":true,"quantity_milli":1}'), "type", "price_fen"),
        (_sale('{"sku":"x","price_fen":1.0,"quantity_milli":1}'), "fraction", "1.0"),
        (_sale('{"sku":"x","price_fen":NaN,"quantity_milli":1}'), "fraction", "NaN"),
        (_sale('{"sku":"x","price_fen":1e3,"quantity_milli":1}'), "fraction", "1e3"),
        (
            _sale('{"sku":"x","price_fen":9223372036854775808,"quantity_milli":1}'),
            "range",
            "9223372036854775808",
        ),
        (_sale('{"sku":"x","price_fen":%s,"quantity_milli":1}' % ("9" * 9999)), "range", "9" * 20),
        (_sale('{"sku":"x","price_fen":1}'), "missing", "quantity_milli"),
        (_sale('{"sku":"x","prise_fen":1,"quantity_milli":1}'), "missing", "price_fen"),
        (_sale(LINE[:-1] + ',"discont_fen":1}'), "unknown_field", "discont_fen"),
        (_sale(LINE[:-1] + ',"sku":"y"}'), "duplicate_key", "sku"),
        (_sale(LINE[:-1] + ',"excluded":"no"}'), "type", "excluded"),
        (_sale(more=',"tenders":[{"kind":"gold","amount_fen":1}]'), "word", "kind"),
        (_sale(more=',"tenders":[{"kind":"cash"}]'), "missing", "amount_fen"),
        (_sale(more=',"tenders":[{"kind":"cash","amount_fen":1,"x":1}]'), "unknown_field", "x"),
    ],
)
def test_a_line_that_is_not_as_described_is_refused_by_number(
    line: bytes, why: str, named: str
) -> None:
    """A field passed over or guessed at would be wrong money in the books."""
    refused = _refusal([line])

    assert (refused.line, refused.why, refused.named) == (1, why, named)


def test_a_line_without_end_is_refused_unread() -> None:
    """A file that is no history at all must not fill the memory."""
    refused = _refusal([b" " * 10 + b"{" * (16 * 1024 * 1024)])

    assert refused.why == "too_long"


def test_a_program_may_be_its_preset_and_nothing_else() -> None:
    """What is not said is left to the preset or to the version before."""
    found = list(read_history([_with(event="program", program="p", kind="M0")]))

    assert found == [ProgramSet(line=1, at=MOMENT, program="p", kind="M0", params={})]


def test_no_tenders_and_an_empty_list_differ() -> None:
    """Without tenders a sale is paid exactly in cash; with none it is not paid."""
    said = [_sale(), _sale(more=',"tenders":null'), _sale(more=',"tenders":[]')]
    found = [event.tenders for event in _read(*said) if isinstance(event, SaleMade)]

    assert found == [None, None, ()]


@given(line=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes_are_read_or_refused(line: bytes) -> None:
    """Files come from anywhere; nothing but the refusal may come out."""
    try:
        found = list(read_history([line]))
    except MalformedLine:
        return

    assert found == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
NAMES = ["sale", "member", "lines", "tenders", "program", "kind", "params", "store", "reason"]


@given(
    event=st.sampled_from(["shop", "sale", "return", "program", "member", "payout", "time"]),
    fields=st.dictionaries(st.sampled_from(NAMES), JSON),
)
def test_any_values_in_the_fields_are_read_or_refused(
    event: str, fields: dict[str, object]
) -> None:
    """Right names with wrong values are what a converter of somebody else's makes."""
    try:
        found = list(read_history([_with(event=event, **fields)]))
    except MalformedLine:
        return

    assert len(found) == 1
