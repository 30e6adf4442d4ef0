"""Both languages of the paper: the sentences themselves, and their Chinese."""

CHINESE = {
    "Subtotal, items: {pieces}": "小计 {pieces} 件",
    "{name}, at once": "{name}，立即到账",
    "{name}, pending until {day}": "{name}，{day} 起计入",
    "{count} tickets, {sum} in all": "{count} 张，共 {sum}",
    "Alipay": "支付宝",
    "Amount": "金额",
    "and {count} more tickets": "还有 {count} 张",
    "Bank card": "银行卡",
    "Cash": "现金",
    "Cashier {name}": "收银员 {name}",
    "Change": "找零",
    "Change of mind": "顾客退货",
    "Contact {contact}": "联系电话 {contact}",
    "COPY {n}": "副本 COPY {n}",
    "Defective goods": "质量问题",
    "Discount": "优惠",
    "Discount on the bill": "整单优惠",
    "From sale {number}": "原单 {number}",
    "Full": "收满",
    "Goods returned": "退货单",
    "from {day}": "{day} 起",
    "Journal {hash}": "账本校验 {hash}",
    "Left the queue": "已退出",
    "Member card": "会员卡",
    "Member cards": "会员卡",
    "Show this code at the till. If the card is lost, tell the shop: it will be blocked.": (
        "结账时出示此码。遗失请告知本店，即可停用。"
    ),
    "Member {number}": "会员 {number}",
    "No. {number}": "单号 {number}",
    "Odd change let go": "抹零",
    "Place {place}": "第 {place} 位",
    "Rest": "还余",
    "received": "已返还",
    "target": "目标",
    "Points before": "原有积分",
    "Points by this sale": "本单积分",
    "Points now": "现有积分",
    "Points used": "使用积分",
    "Price": "单价",
    "Qty": "数量",
    "Tickets: {count}": "排队 {count} 张",
    "Receipt {number}": "小票 {number}",
    "Refund": "退款",
    "Return {number}": "退货 {number}",
    "Reward balance": "奖励余额",
    "Rewards of this sale taken back": "扣回本单已得奖励",
    "Rules of the rewards: {version}": "奖励规则版本 {version}",
    "Tax {rate} within {amount}": "税额 {rate}，含税 {amount}",
    "Tax number {number}": "税号 {number}",
    "This sale adds": "本单增加",
    "Till {till}": "{till} 号机",
    "To pay": "应收",
    "To return goods: this code or No. {number}": "退货凭此码或单号 {number}",
    "TRAINING - not a receipt": "训练 TRAINING 不作凭证",
    "Value of the goods": "退回商品金额",
    "Page {page} of {pages}": "第 {page} 页，共 {pages} 页",
    "Paid with points": "积分抵扣",
    "Paid with reward balance": "奖励余额支付",
    "Paid with vouchers": "优惠券抵扣",
    "Goods": "商品",
    "Vouchers": "优惠券",
    "Vouchers (first until {day})": "优惠券，最早 {day} 到期",
    "Waits to join": "等待排入",
    "WeChat Pay": "微信支付",
    "You saved": "已优惠",
    "Of each 100 yuan sold the store puts {c} yuan into the queue. On average at most {c} of "
    "100 orders can be refunded in full. There is no guaranteed time or amount.": (
        "每销售 100 元，本店拿出 {c} 元进入排队；平均每 100 单最多 {c} 单可全额返还。"
        "时间和金额不作保证。"
    ),
}


def in_english(text: str, **fields: object) -> str:
    """Say a sentence as it stands in the program."""
    return text.format(**fields)


def in_chinese(text: str, **fields: object) -> str:
    """Say a sentence in Chinese; one that nobody translated fails the test."""
    return CHINESE[text].format(**fields)
