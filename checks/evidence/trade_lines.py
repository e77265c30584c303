"""Lines that shops, trade sites, job boards and download sites set above and below a text.

The tabs of a product page, its buttons, its price for the asking, the fields under which goods and
programs are filed, the call to ask an adviser. Everything here looks at one folded line.
"""

from __future__ import annotations

from checks.evidence.line_forms import ANYWHERE, EDGES, TAIL, TOP, Form, cells_of_line, form
from checks.text import later

# Read off some eighty pages of shops, job boards and download sites and as many descriptions, manuals and forms that
# speak of the same things: those never set two tabs in a line, nor a button alone above or below the text.
TABS, BUTTONS, MOST, ASKED = 2, 2, 10, 44  # least tabs and buttons of a row, most cells, characters of a call

_OWN_TABS = (
    "产品详情|商品详情|图文详情|宝贝详情|课程详情|套餐详情|店铺详情|职位详情|房源详情|累计评价|成交记录|购物须知|购买须知|包装清单|售后保障"
    "|规格参数|图文介绍|相关下载|产品留言|产品评论|产品询价|产品图片|产品视频|在线订购|在线询价"
)
_OWN_TAB = later(
    rf"{_OWN_TABS}|(?:顾客|买家|用户|商品|宝贝|客户)(?:评价|评论|问答)|商品(?:规格|说明|描述|介绍|参数|咨询)|退换货(?:须知|说明|政策)?"
    r"|(?:送货|运送|配送|付款|支付)(?:[及与和](?:付款|运送|配送|支付))?方式"
)
_TAB = later(
    r"(?:产品|公司|企业|商家|店铺)(?:介绍|描述|特点|参数|说明|展示|概述|简介|动态|案例|资料)|(?:技术|性能|详细|基本)参数|规格|售后服务"
    r"|应用(?:领域|范围|案例)|相关(?:产品|商品|资料|案例)|资料下载|常见问题|联系(?:方式|我们)|客户案例|在线(?:留言|咨询)|评价|详情"
)
_BUTTON = later(
    r"(?:立即|马上|我要|一键|现在)(?:购买|抢购|订购|预订|预定|下单|结[账帐]|询价|询问|挂号|提问|申请|投递|投简历|预约|咨询|下载|试用|安装|加盟|开通|兑换|领取|租用)"
    r"|加入(?:比较|购物[车袋]|追踪清单|愿望清单|心愿清单|询价[单篮车])|放入购物[车袋]|去购物车结算|询底价|获取底价|留言询价|发送询价|查看(?:联系方式|电话号码|手机号码?)"
    r"|联系(?:卖家|供应商|商家|厂家|房东|经纪人)|进入店铺|收藏(?:店铺|职位|该职位|此商品|宝贝|房源)|申请(?:职位|该职位|样品)|投递简历|举报(?:职位|该职位|店铺)"
    r"|(?:普通|高速|本地|电信|联通|网通|安卓|苹果|备用|扫码|极速|迅雷)(?:高速)?下载(?:地址)?|下载(?:到电脑|到手机|安卓版|苹果版|电脑版)"
)
_MONEY = r"(?:¥|￥|nt\$?|hk\$|rmb|us\$|\$)? ?\d[\d,.]* ?万?元?(?:/.{1,3})?起?"
_BESIDE = later(
    r"加入收藏|收藏|分享|举报|对比|打印|数量|在线(?:客服|咨询|留言|预约)|电话咨询|qq咨询|qq交谈|微信咨询|客服|来院路线|就医指南|医院简介|专家团队"
    rf"|(?:月销量?|销量|库存|成交|浏览|人气):?\d[\d,.]*万?(?:件|次|人|台)?|[^。,:]{{0,12}}(?:价格?|单价|售价):?(?:面议|电议|{_MONEY})|{_MONEY}|nt|\$"
)
_FOR_THE_ASKING = (
    r"[^。,:]{0,12}(?:价格|报价|单价|售价) ?: ?(?:价格)?(?:面议|电议|来电咨询|请询价|点击咨询)(?:/.{1,2})?"
)
_FILED = (
    "厂商性质|供货总量|最小起订量|最小起订|发货期限|软件大小|软件语言|软件授权|软件类别|软件类型|软件等级|软件评级"
    "|应用大小|刷新时间|刷新日期"
)
_FILED_BESIDE = (
    r"(?:产品|商品)(?:名称|型号|价格|编号|分类|类别|品牌|产地|规格)|型号|品牌|所在地区?|(?:所属|软件|游戏)分类|运行(?:环境|平台)|(?:适用|系统|应用|软件|游戏)(?:系统|平台|版本|名称)"
    r"|更新(?:时间|日期)|有效期至|供货能力|职位编号|版本|点击|浏览|价格|售价|起订量?|经营模式"
)
_SERVICE = r"(?:法律|医生|律师|专家|名医|老师|顾问|客服|病情|健康|留学|心理|装修)"
_CALL_WORDS = later(
    rf"(?:问题没解决|没解决|有(?:什么)?(?:疑问|问题|疑惑)|想(?:要)?(?:了解|知道)更多|免费|在线|立即|马上|点击|这里|此处|直接|快速|一对一|1对1|24小时|专业|{_SERVICE}|的|进行"
    r"|咨询|提问|问诊|预约|挂号|解答|答疑|回复|\d+(?:分钟|秒)(?:内|钟)?|为您|服务|即可|→|[ ,!?>|])+"
)
_CALLS = later(r"点击|立即|马上|直接|快速|分钟")
_HELPS = later(r"咨询|提问|问诊|挂号|解答|答疑")

FORMS: tuple[Form, ...] = (
    form(
        "tool",
        TOP,
        r"(?:产品|商品|图文|宝贝|课程|套餐|店铺)详情",
        "产品详情",
        "商品详情",
        "图文详情",
        "宝贝详情",
    ),
    form("tool", EDGES, _FOR_THE_ASKING, "面议", "电议", "来电咨询", "请询价"),
    form("meta", EDGES, rf"(?:{_FILED}) ?: ?.{{0,40}}", *_FILED.split("|")),
    form(
        "meta",
        EDGES,
        r"(?:访问|下载)次数 ?: ?\d.{0,12}|授权(?:方式|类型) ?: ?(?:免费|共享|商业|开源|试用|绿色|正版).{0,8}",
        *("访问次数", "下载次数", "授权方式", "授权类型"),
    ),
    form("meta?", EDGES, rf"(?:{_FILED_BESIDE}) ?: ?.{{1,40}}"),
    form(
        "tool?",
        EDGES,
        r"在线(?:咨询|客服|留言|订购|预约)|(?:购买)?数量|(?:您|你)的(?:姓名|电话|邮箱|手机号?|联系方式|单位|公司|称呼|需求).{0,6}|提交(?:留言|询价|信息|需求|咨询)?|询价单",
    ),
    form(
        "tool",
        TAIL,
        r"(?:如果?|若|假如)(?:您|你)对(?:该|此|这个?|本|我们的?)(?:产品|商品|设备|项目|职位|服务)感兴趣.{0,60}(?:填写|留言|联系|咨询|致电|点击).{0,40}",
        "感兴趣",
    ),
    form(
        "tool",
        TAIL,
        r"联系(?:我们?|商家|卖家|对方|企业|公司|发布人)?时?,?(?:请|务必)(?:说明|告知|注明|告诉我).{0,3}(?:在|从|通过).{1,16}(?:看到|获取|得知|了解).{0,12}",
        "上看到",
        "站看到",
        "网看到",
        "到的,",
    ),
    form("tool", TAIL, r".{0,12}\*(?: ?号)?的?(?:项|号)? ?为必填项?.{0,8}", "必填"),
    form(
        "tool",
        TAIL,
        r"(?:求职|防骗|应聘|交易|购物)(?:提醒|提示|须知) ?:.{0,60}(?:收取|收费|费用|汇款|转账|押金|定金).{0,60}",
        "求职提",
        "防骗提",
        "应聘提",
        "交易提",
    ),
    form("tool", TOP, r"(?:产品)?详细(?:介绍|信息|说明|内容|描述)", "\n详细", "产品详细"),
    form(
        "tool",
        EDGES,
        r"(?:(?:在线)?客服[一二三四五1-5a-c][ |]*){2,}(?:(?:在线|工作|服务)时间.{0,24})?",
        "客服一",
        "客服1",
    ),
    form("tool", TAIL, r".{0,60}点击这里给我发(?:消息|信息).{0,10}", "给我发消息", "给我发信息"),
    form(
        "tool",
        EDGES,
        r"(?:产品|商品|文章|新闻|职位|图书|资料)搜索",
        "产品搜索",
        "商品搜索",
        "文章搜索",
        "新闻搜索",
        "职位搜索",
    ),
    form("tool", TAIL, r"(?:qq|微信)(?:咨询|交谈|客服)|客服qq", "qq咨询", "QQ咨询", "微信咨询", "qq交谈"),
    form("tool", ANYWHERE, r".{0,3}广告.{0,3}请?继续往下(?:阅读|观看|浏览)", "继续往下"),
)
TRIGGERS = frozenset(
    [
        *_OWN_TABS.split("|"),
        *(
            "顾客评价",
            "买家评价",
            "买家评论",
            "用户评价",
            "客户评价",
            "商品问答",
            "商品规格",
            "商品说明",
            "商品描述",
            "商品介绍",
        ),
        *("送货及付款", "运送方式", "付款方式", "退换货", "产品描述", "产品介绍", "产品特点"),
        *(
            "\n立即",
            "\n马上",
            "\n我要",
            "\n一键",
            "购物车",
            "追踪清单",
            "愿望清单",
            "询底价",
            "询价",
            "查看联系方式",
            "查看电话",
            "联系卖家",
        ),
        *(
            "联系供应商",
            "联系商家",
            "进入店铺",
            "申请职位",
            "投递简历",
            "普通下载",
            "高速下载",
            "本地下载",
            "安卓下载",
            "扫码下载",
            "下载到电脑",
        ),
        *(
            "点击咨询",
            "点击提问",
            "在线咨询",
            "免费咨询",
            "直接咨询",
            "快速问诊",
            "在线问诊",
            "预约挂号",
            "立即提问",
            "我要挂号",
            "我要咨询",
            "我要询问",
            "律师咨询",
            "专家咨询",
            "法律咨询",
        ),
    ]
)


def trade_row(folded: str, at: str) -> str:
    """``tool`` for the tabs or buttons of a page ``at`` the top or the tail, or its call to ask an adviser.

    >>> trade_row("图文详情 规格参数 售后服务", "top"), trade_row("规格 售后服务", "top")
    ('tool', '')
    """
    if at not in EDGES:
        return ""
    cells = cells_of_line(folded)
    found = 0 < len(cells) <= MOST and (_are_tabs(cells) or _are_buttons(cells))
    return "tool" if found or _is_call(folded) else ""


def _are_tabs(cells: list[str]) -> bool:
    """Two tabs or more, one of which stands nowhere else."""
    own = sum(bool(_OWN_TAB.fullmatch(cell)) for cell in cells)
    return len(cells) >= TABS and own > 0 and all(_OWN_TAB.fullmatch(c) or _TAB.fullmatch(c) for c in cells)


def _are_buttons(cells: list[str]) -> bool:
    """A button of a shop or a board, alone or beside what stands beside such a button."""
    pressed = sum(bool(_BUTTON.fullmatch(cell)) for cell in cells)
    return pressed > 0 and all(_BUTTON.fullmatch(cell) or _BESIDE.fullmatch(cell) for cell in cells)


def _is_call(folded: str) -> bool:
    """Nothing but a call to ask an adviser now: 免费法律咨询,点击提问."""
    bare = folded.strip()
    return (
        len(bare) <= ASKED
        and bool(_CALLS.search(bare) and _HELPS.search(bare))
        and bool(_CALL_WORDS.fullmatch(bare.strip("【】[]()")))
    )
