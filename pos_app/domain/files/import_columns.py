"""Which column of a product list is which, by its heading in Chinese or English."""

from dataclasses import dataclass

from pos_app.domain.files.csv_text import ImportTooLarge, ImportUnreadable
from pos_app.domain.search_text import normal

MOST_COLUMNS = 64

HEADINGS = {
    "name": ("名称", "商品名称", "品名", "商品名", "商品", "name", "productname", "product"),
    "code": (
        "条码", "条形码", "商品条码", "国际条码", "barcode", "barcodes", "code", "codes", "ean",
        "gtin", "upc",
    ),
    "sku": ("货号", "编码", "商品编码", "商品编号", "自编码", "商品货号", "sku", "itemno"),
    "price": (
        "售价", "零售价", "价格", "单价", "销售价", "销售单价", "price", "saleprice",
        "retailprice", "unitprice",
    ),
    "cost": (
        "进价", "成本", "成本价", "批发价", "采购价", "进货价", "cost", "costprice",
        "wholesaleprice", "purchaseprice",
    ),
    "tax": ("税率", "增值税率", "tax", "taxrate", "vat", "vatrate"),
    "unit": ("单位", "计量单位", "规格单位", "unit"),
    "category": ("分类", "类别", "品类", "商品分类", "category", "group"),
    "excluded": ("不参与奖励", "不参与活动", "不积分", "excluded", "norewards"),
    "weighed": ("称重", "是否称重", "散称", "weighed", "isweighable", "byweight"),
    "owner": ("货主", "所属门店", "owner", "goodsof"),
    "stock": ("库存", "库存数量", "现有库存", "stock", "stockquantity", "onhand"),
}  # fmt: skip
"""Headings as compared: full-width and case set aside, without spaces, _, - and brackets."""

REQUIRED = ("name", "price")

_FIELD_OF = {heading: field for field, names in HEADINGS.items() for heading in names}
_LEFT_OUT = str.maketrans("", "", " _-.*:()（）[]【】")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each known field stands in a row, and what stands there besides."""

    at: dict[str, int]
    count: int
    passed_over: tuple[str, ...]
    """Headings that say nothing to the shop, as written."""


def read_columns(headings: tuple[str, ...], *, line: int) -> Columns:
    """Return where the fields stand.

    A unit in brackets does not matter: "售价(元)" is a price.

    Raises:
        ImportTooLarge: more than 64 columns.
        ImportUnreadable: no name, no price, or two columns for one field.
    """
    if len(headings) > MOST_COLUMNS:
        raise ImportTooLarge(what="columns", found=len(headings), largest=MOST_COLUMNS, line=line)
    at: dict[str, int] = {}
    passed_over: list[str] = []
    for index, heading in enumerate(headings):
        field = _field_of(heading)
        if field is None:
            passed_over += [heading] if heading.strip() else []
        elif field in at:
            raise ImportUnreadable(why="column_twice", line=line, named=heading)
        else:
            at[field] = index
    for field in REQUIRED:
        if field not in at:
            raise ImportUnreadable(why="header", line=line, named=field)
    return Columns(at=at, count=len(headings), passed_over=tuple(passed_over))


def _field_of(heading: str) -> str | None:
    plain = normal(heading)
    for written in (plain, plain.partition("(")[0]):
        field = _FIELD_OF.get(written.translate(_LEFT_OUT))
        if field is not None:
            return field
    return None
