"""A day's reward report as an owner would see it, and a table of many pages."""

from pos_app.reports.table import Bars, Column, Figure, Kind, Report, ReportTable

MONEY, COUNT, RATE = Kind.MONEY, Kind.COUNT, Kind.RATE

ACCOUNTS = ReportTable(
    title="各账户今日变化",
    columns=(
        Column("账户"),
        Column("期初", MONEY),
        Column("拨入", MONEY),
        Column("付出", MONEY),
        Column("退货收回", MONEY),
        Column("期末", MONEY),
    ),
    rows=(
        ("排队池 M1", 1235, 187340, -187190, 0, 1385),
        ("退出基金 M1", 120450, 9860, -6000, 0, 124310),
        ("积分 M0", 321508, 12242, -8460, 0, 325290),
        ("奖励余额", 378670, 187190, -24000, 0, 541860),
        ("抵用券", 86000, 6000, -6000, 0, 86000),
    ),
    total=("合计", 907863, 402632, -231650, 0, 1078845),
)
TENDERS = ReportTable(
    title="销售，按收款方式",
    columns=(Column("方式"), Column("金额", MONEY)),
    rows=(
        ("微信支付", 910430),
        ("支付宝", 428600),
        ("现金", 361220),
        ("银行卡", 125540),
        ("积分、余额、券", 38460),
    ),
    total=("合计", 1864250),
)
REFUSED = ReportTable(
    title="没有加入排队",
    columns=(Column("原因"), Column("单数", COUNT), Column("占比", RATE)),
    rows=(
        ("不足 50 元", 64, 5039),
        ("不是会员", 55, 4331),
        ("当天已满 3 单", 6, 472),
        ("全用积分付", 2, 158),
    ),
    total=("合计", 127, 10000),
)
RECEIVERS = ReportTable(
    title="今日收到最多",
    columns=(Column("会员"), Column("尾号"), Column("金额", MONEY)),
    rows=(
        ("林*梅", "6021", 8640),
        ("陈*国", "1179", 7415),
        ("赵*", "3350", 6600),
        ("黄*英", "8842", 6120),
        ("吴*强", "0097", 5294),
    ),
)
FUNDED = (42, 120, 158, 128, 105, 140, 168, 98, 84, 92, 128, 226, 262, 196, 152)
"""Yuan by the hour."""
CHART = Bars(
    title="拨入与返还，按小时",
    labels=tuple(str(hour) for hour in range(7, 22)),
    series=(
        (
            "拨入",
            tuple(each * 100 for each in FUNDED),
        ),
        (
            "返还",
            tuple(each * 90 for each in FUNDED),
        ),
    ),
)
DAY = Report(
    title="奖励日结",
    subtitle="2026-11-21 周六  好邻居超市",
    figures=(
        Figure("拨入奖励", 209442, MONEY, "排队 1,972 · 积分 122.42"),
        Figure("已返还", 187190, MONEY, "64 位会员"),
        Figure("新加入", 87, COUNT, "未加入 127 单"),
        Figure("收满", 19, COUNT, "退出 2"),
        Figure("排队中", 1088, COUNT, "昨日 1,022"),
    ),
    tables=(ACCOUNTS, TENDERS, REFUSED, RECEIVERS),
    chart=CHART,
    note="与账本一致，差 0.00",
)
LONG = Report(
    title="单据",
    subtitle="2026-11",
    figures=(),
    tables=(
        ReportTable(
            title="全部单据",
            columns=(
                Column("单号"),
                Column("时间"),
                Column("商品"),
                Column("件数", COUNT),
                Column("金额", MONEY),
            ),
            rows=tuple(
                (
                    f"{n:06}",
                    f"2026-11-{n % 28 + 1:02} {n % 12 + 8:02}:{n % 60:02}",
                    "农夫山泉 1.5L 瓶、可口可乐 2L、" * (n % 4 + 1),
                    n % 9 + 1,
                    n * 137,
                )
                for n in range(1, 301)
            ),
            total=("合计", None, None, 1500, sum(n * 137 for n in range(1, 301))),
        ),
    ),
)
HOSTILE = Report(
    title="=1+1",
    subtitle="@SUM(A1)",
    figures=(Figure("-2+3", -(10**12), MONEY, "+cmd|' /C calc'!A0"),),
    tables=(
        ReportTable(
            title="[x]:*?/\\" * 8,
            columns=(Column("=A1"), Column("n", MONEY), Column("r", RATE), Column("c", COUNT)),
            rows=(
                ("=cmd|' /C calc'!A0", -550, 1300, -3),
                ("＝1＋1", 0, 0, 0),
                ("\tTAB", None, None, None),
                ("\r\nx", 5, 50, 1),
                ('say "hi", twice', 10**12, 10**6, 10**9),
                ("\x00\x1b\ud800🍎", -5, -50, -1),
                ("https://example.invalid", 1, 1, 1),
            ),
            total=("-", -550, None, 0),
        ),
        ReportTable(title="[x]:*?/\\" * 8, columns=(Column("空"),), rows=()),
    ),
    note="-1",
)
