"""Small files as other systems export them, with their exact headers; the people in them are made up."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

SQUARE_CUSTOMERS = (
    "Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,Street Address 1,"
    "Street Address 2,City,State,Postal Code,Birthday,Memo,Square Customer ID,Creation Source,First Visit,Last Visit,"
    "Transaction Count,Lifetime Spend,Email Subscription Status,Instant Profile,Blocked from online booking"
)
SQUARE_ITEMS = (
    "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,"
    "Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,"
    "Customer Reference ID,Unit,Count,GTIN,Itemization Type,Commission,Employee,Fulfillment Note,Channel,Token,"
    "Card Brand,PAN Suffix"
)
SHOPIFY_CUSTOMERS = (
    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,"
    "Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,"
    "Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,"
    "Note,Tax Exempt,Tags"
)
SHOPIFY_ORDERS = (
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,"
    "Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,"
    "Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,"
    "Lineitem fulfillment status,Billing Name,Billing Phone,Notes,Cancelled at,Payment Method,Refunded Amount,Id,"
    "Lineitem discount,Tax 1 Name,Tax 1 Value"
)
SMAREGI_MEMBERS = (
    "会員ID,会員コード,姓,名,電話番号,メールアドレス,ポイント,ポイント期限,最終来店日時,入会日,退会日,"
    '"案内メール受取許可フラグ (0:拒否, 1:許可)",備考,'
    '"会員状態区分 (0:利用可, 1:利用停止, 2:紛失, 3:退会, 4:名寄せ)",所属店舗,取引額,取引数,会員ランクコード,'
    "会員ランク名,メールアドレス2,メールアドレス3,会社名,部署名,役職,ポイント付与単位(金額),ポイント付与単位(ポイント),"
    "PINコード,社員ランクコード,社員ランク名,会員番号,旅券番号,国籍,アルファベット氏名,備考2,マイル"
)
AIRREGI = (
    "取引No,来店日,来店時間,会計日,会計時間,合計,小計,内消費税,修正金額合計,修正後合計,修正後内消費税,現金,"
    "クレジットカード(Airペイ),楽天,PayPay,おつり,割引/割増合計(税込),人数,商品点数,伝票名,レジ担当者名,カテゴリー名,"
    "メニュー名,価格,注文数量,個別割引/割増合計額,顧客名,顧客名(カナ),顧客番号"
)
LOYVERSE = (
    "Date,Receipt number,Receipt type,Category,SKU,Item,Variant,Modifiers applied,Quantity,Gross sales,Discounts,"
    "Net sales,Cost of goods,Gross profit,Taxes,Dining option,POS,Store,Cashier name,Customer name,Customer contacts,"
    "Comment,Status"
)

State = "会員状態区分 (0:利用可, 1:利用停止, 2:紛失, 3:退会, 4:名寄せ)"


def text(header: str, rows: Iterable[dict[str, str]]) -> str:
    """A table with exactly this header; each row names the cells it fills."""
    names = next(csv.reader([header]))
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def file(
    folder: Path, header: str, rows: Iterable[dict[str, str]], encoding: str = "utf-8-sig", name: str = ""
) -> Path:
    """The table as a file."""
    path = folder / (name or "export.csv")
    path.write_bytes(text(header, rows).encode(encoding))
    return path


MEMBERS = (
    {"会員ID": "1", "会員コード": "4900100200301", "姓": "吉田", "名": "千尋", "電話番号": "090-1010-2020",
     "ポイント": "860", "ポイント期限": "2027-03-31", "最終来店日時": "2026-10-01 12:00:00", "入会日": "2024-05-01",
     "備考": "ソイラテがお好み", State: "0", "PINコード": "1234", "旅券番号": "TR1234567"},
    {"会員ID": "2", "会員コード": "4900100200318", "姓": "石川", "名": "涼", "電話番号": "080-3030-4040",
     "ポイント": "0",
     "最終来店日時": "2026/10/02 12:30", State: "0"},
    {"会員ID": "3", "会員コード": "4900100200325", "姓": "髙橋", "名": "優子", "メールアドレス": "yuko@example.jp",
     "ポイント": "35", State: "0"},
    {"会員ID": "4", "会員コード": "4900100200332", "姓": "森", "名": "樹", "ポイント": "12", State: "3"},
    {"会員ID": "5", "会員コード": "4900100200349", "姓": "林", "名": "海", "ポイント": "未確認", State: "0"},
    {"会員ID": "6", "会員コード": "4900100200301", "姓": "原", "名": "空", "ポイント": "1", State: "0"},
    {"会員ID": "7", "会員コード": "4900100200356", "姓": "岡", "名": "陸", "電話番号": "12", "ポイント": "1",
     State: "0"},
)  # fmt: skip


def members(folder: Path, encoding: str = "cp932", name: str = "会員一覧.csv", **mended: str) -> Path:
    """Seven members of Smaregi: three can come in; `mended` changes the first one's cells."""
    first, *rest = MEMBERS
    return file(folder, SMAREGI_MEMBERS, [{**first, **mended}, *rest], encoding, name)
