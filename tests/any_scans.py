"""Whatever a scanner, a hand or a paste may bring to the till, for property tests."""

from hypothesis import strategies as st

LONGEST = 700
"""Well above the 512 signs that are read at all."""

_WHOLE_SIGNS = st.characters(exclude_categories=["Cs"])
_CODES = ("6954767412573", "6921168520015", "6948195804758", "96385074", "01234565")


def any_scans(*, halves: bool) -> st.SearchStrategy[str]:
    """Text of any kind: codes, codes joined and spoilt, quantities, controls, bytes.

    `halves` brings lone surrogates too, which no key can send.
    """
    every_sign = st.characters(exclude_categories=[]) if halves else _WHOLE_SIGNS
    code = st.sampled_from(_CODES)
    bytes_as_text = st.binary(max_size=60).map(lambda raw: raw.decode("latin-1"))
    return st.one_of(
        st.text(every_sign, max_size=80),
        st.text(every_sign, min_size=LONGEST, max_size=LONGEST),
        bytes_as_text,
        st.text("0123456789", max_size=60),
        st.text("0123456789*×.-+=@ ", max_size=20),
        st.lists(code, min_size=2, max_size=5).map("".join),
        st.tuples(code, st.text(every_sign, max_size=3), code).map("".join),
        st.tuples(code, st.integers(0, 12), st.sampled_from("0123456789\x00\x1d\t\r")).map(_spoilt),
        code.map(lambda digits: digits.translate(_FULL_WIDTH)),
        st.integers(0, 10**193 - 1).map(lambda number: f"947{number:0193}"),
        st.sampled_from(("=1+1", "+cmd", "-2", "@sum", "'; DROP TABLE sale; --", "../../x", "\\0")),
    )


_FULL_WIDTH = {ord(digit): chr(0xFF10 + int(digit)) for digit in "0123456789"}


def _spoilt(parts: tuple[str, int, str]) -> str:
    code, at, sign = parts
    return code[:at] + sign + code[at + 1 :]
