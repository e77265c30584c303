"""Lines of libraries of documents around a preview: how to download, how to pay, what to mind about the file.

Everything here looks at one folded line.
"""

from __future__ import annotations

from checks.evidence.line_forms import ANYWHERE, TOP, Form, form

# Read off three such libraries, in words of our own; advice on files in manuals says who does what, and stays silent.
_NUMBER = r"(?:[\d.、 ]{1,8})?"
_PAY = r"(?:支付宝|微信(?:支付)?|余额|银联|网银|qq钱包|云闪付)"

NOTICES: tuple[Form, ...] = (
    form(
        "tool",
        ANYWHERE,
        rf"{_NUMBER}(?:pdf)?(?:文件|文档|资源|资料)下载后,?(?:可能)?会?被浏览器(?:默认|直接)?打开.{{2,80}}|{_NUMBER}本站(?:暂)?不支持(?:使用)?迅雷.{{0,80}}"
        rf"|{_NUMBER}本站(?:资源|文档|资料|所有)下载后的.{{2,80}}|{_NUMBER}试题试卷类(?:文档|资料).{{2,60}}"
        rf"|{_NUMBER}(?:快捷|微信|一键)下载时,?(?:用户名|账号)和密码.{{2,80}}|如填写\d+,?账号就是\d+.{{0,16}}",
        *("被浏览器", "支持迅雷", "使用迅雷", "下载后的", "试题试卷类", "下载时,", "账号就是"),
    ),
    form(
        "tool",
        ANYWHERE,
        rf"{_NUMBER}(?:下载|购买)(?:文档|资料)前,?请(?:您)?(?:先|自行|仔细|务必)?(?:甄别|预览).{{4,90}}"
        rf"|{_NUMBER}[“\"]?仅部分预览[”\"]?的?(?:文档|资料|文件).{{4,100}}"
        rf"|{_NUMBER}(?:如果?|若)(?:本|该|此)?(?:文档|资料|文件)(?:内容)?(?:侵犯|损害)(?:了)?[您你]的.{{4,90}}",
        *("文档前", "资料前", "仅部分预览", "文档侵犯", "资料侵犯", "文件侵犯"),
    ),
)
"""What to mind about the file; often numbered, as a list in a text is."""

FORMS: tuple[Form, ...] = (
    *NOTICES,
    form(
        "tool",
        ANYWHERE,
        rf"支付方式 ?:(?: *{_PAY}){{1,5}}|(?:下载|查看|获取)(?:本|该)?(?:资源|文档|文件|资料)需要? ?[\d.]+ ?(?:金币|积分|元|点|下载券)"
        r"|(?:imageverifiercode ?)?(?:验证码 ?: ?)?(?:换一换|换一张|看不清,?换一张)|加入vip,?免费(?:专享|下载)|(?:快捷|游客一键|三方|微信|账号|会员)(?:下载|登录)(?:下载)?(?: (?:快捷|游客一键|三方|微信|账号|会员)(?:下载|登录)(?:下载)?){1,4}",
        *("支付方式:", "资源需要", "文档需要", "文件需要", "换一换", "换一张", "加入vip", "一键下载"),
    ),
    form("tool", ANYWHERE, r"复制代码", "\n复制代码"),
    form(
        "meta",
        TOP,
        r"(?:\d[\d,.]* ?[万k+]* ?(?:评论|浏览|阅读|收藏|点赞|喜欢|分享|转发|回复|分钟|赞)[ |·]*){3,6}",
        *("浏览 ", "收藏 ", "点赞 ", "评论 "),
    ),
    form(
        "meta",
        ANYWHERE,
        r"约 ?[\d.]+ ?[千万]?字|(?:19|20)\d\d-\d\d-\d\d 发布于[㐀-鿿]{2,6}",
        *("千字", "万字", "发布于"),
    ),
    form("meta?", ANYWHERE, r"约 ?\d+ ?页", "\n约", " 约"),
)
