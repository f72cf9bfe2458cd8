import codecs
from pathlib import Path

import pytest

from timeline.importers import ReadOptions, read_inputs
from timeline.importers.encoding import mend
from timeline.records import Document, Unread

ENGLISH = (
    "Ena Kask said the “long” talks – in Montréal – were the hosts’ idea. “We didn’t ask,” she said, "
    "and the minister’s café – a small one – wouldn’t hold all of the guests."
)


def read_one(folder: Path, content: bytes) -> Document | Unread:
    path = folder / "article.txt"
    path.write_bytes(content)
    (found,) = read_inputs([str(path)], ReadOptions())
    return found


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"]
)
def test_unicode_encodings_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    text = "Ena Kask received “nine” guests at Trakošćan – 国 – for 5 €."
    assert read_one(tmp_path, text.encode(encoding)) == Document(text)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        ("Die Außenministerin sagte, die Gespräche in Köln würden später fortgeführt.", "cp1252"),
        ("Министр прибыл в Таллин на встречу девяти стран, сообщает агентство.", "cp1251"),
        ("Министр прибыл в Таллин на встречу девяти стран, сообщает агентство.", "koi8-r"),
        ("九个国家的部长星期一在塔林举行会议,会议由爱沙尼亚主持。", "gb18030"),
        ("九か国の閣僚は月曜日にタリンで会合を開くと発表した。", "cp932"),
        ("Minister złożył wizytę w Łodzi, gdzie odbyła się uroczystość.", "cp1250"),
    ],
)
def test_other_encodings_are_detected(tmp_path: Path, text: str, encoding: str) -> None:
    assert read_one(tmp_path, text.encode(encoding)) == Document(text)


def test_json_line_in_another_encoding(tmp_path: Path) -> None:
    line = f'{{"text": "{ENGLISH}"}}\n'
    assert read_one(tmp_path, line.encode("cp1252")) == Document(ENGLISH)


def test_a_bad_byte_in_much_utf8_costs_one_character(tmp_path: Path) -> None:
    sentence = "Šimon Černý a Žofie Malá přijeli do Tallinnu. "
    content = sentence.encode() * 3 + b"\xff" + sentence.encode()
    assert read_one(tmp_path, content) == Document(f"{sentence * 3}\ufffd{sentence.strip()}")


def test_bad_byte_behind_a_mark_of_utf8_costs_one_character(tmp_path: Path) -> None:
    sentence = "Šimon Černý a Žofie Malá přijeli do Tallinnu. "
    content = codecs.BOM_UTF8 + sentence.encode() * 3 + b"\xff"
    assert read_one(tmp_path, content) == Document(f"{sentence * 3}\ufffd")


def test_text_behind_much_white_space(tmp_path: Path) -> None:
    assert read_one(tmp_path, b"\n" * 100_000 + ENGLISH.encode()) == Document(ENGLISH)


def test_bytes_that_no_encoding_explains_are_told(tmp_path: Path) -> None:
    found = read_one(tmp_path, bytes(range(0x80, 0x100)) * 3)
    assert isinstance(found, Unread)
    assert found.cause == "encoding"


def test_text_that_belies_its_mark_is_told(tmp_path: Path) -> None:
    found = read_one(tmp_path, b"\xef\xbb\xbfEna Kask \xff\xfe\xfd met Jon Berg.")
    assert isinstance(found, Unread)
    assert found.cause == "encoding"


def test_mojibake_is_mended() -> None:
    text = "Estonia’s guests – Šimon Černý too"
    garbled = text.encode().decode("cp1252")
    assert garbled != text
    assert mend(garbled) == text


@pytest.mark.parametrize(
    "text",
    [
        "‘single’ “double” — … ﬁligree 1⁄2 ½ ＦＵＬＬ ｶﾀ",
        "AT&amp;T &lt;b&gt; <b>bold</b> &eacute;",
        "e\u0301 and é, Å and Å, a\u00a0b\u2009c\u200bd\u2028e",
        "CAFÉ À LA CRÈME, ÂGE, Ã, MÜNCHEN — 50 €",
        "tab\there\x1b[31m red\x0c\r\n next",
        "Đặng Văn Bình đến Hà Nội; Şimşek, İzmir; Ķekava; Þór",
    ],
)
def test_text_in_order_stays_as_it_is(text: str) -> None:
    assert mend(text) == text
