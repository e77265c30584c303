"""Lines that servers send in the place of a page: not found, moved on in three seconds, prove that you are human.

A crawler keeps them as if they were the text. Everything here looks at one folded line.
"""

from __future__ import annotations

from checks.evidence.line_forms import ANYWHERE, EDGES, Form, form

_GONE = r"(?:不存在|不见了|走丢了|丢失了|(?:已经|已)(?:被)?(?:删除|移除|下架|移动)|(?:没有|无法|未)?找(?:不到|到)了?)"

FORMS: tuple[Form, ...] = (
    form(
        "tool",
        ANYWHERE,
        rf"(?:(?:很?抱歉|对不起|sorry)[,! ]*)?[您你](?:要|所)?(?:访问|查看|浏览|请求|寻找|打开)的(?:页面|网页|内容|文章|资源|地址|链接){_GONE}(?:[,或、 ]*(?:或|或者)?{_GONE})?(?:[,。!].{{0,40}})?"
        r"|(?:页面|系统)?(?:将在|会在)? ?\d{1,2} ?秒(?:钟)?(?:后|之后)(?:将)?(?:自动)?(?:跳转|返回|转到|关闭).{0,16}",
        *(
            "页面不存",
            "内容不存",
            "文章不存",
            "链接不存",
            "网页不存",
            "访问的页面",
            "访问的网页",
            "访问的内容",
            "请求的页面",
            "秒后自动",
            "秒后跳转",
            "秒后返回",
            "秒钟后",
        ),
    ),
    form(
        "tool",
        ANYWHERE,
        r"(?:[您你]的?)?(?:访问|请求|操作)(?:过于|太)频繁,?请.{2,40}|请(?:先)?完成(?:以下|下方|下列|安全)?的?(?:安全)?(?:验证|人机验证).{0,24}|(?:请)?(?:点击按钮|拖动滑块|按住滑块)(?:,|以|来)?.{0,10}(?:验证|解锁|拼图).{0,12}"
        r"|正在(?:验证|检查|确认)(?:您|你)(?:是否是|的)(?:真人|浏览器|连接).{0,24}|enable javascript and cookies to continue"
        r"|(?:checking (?:if the site connection is secure|your browser).{0,60}|verif(?:y|ying) (?:that )?you are (?:a )?human.{0,60})",
        *(
            "于频繁",
            "太频繁",
            "完成验证",
            "安全验证",
            "下方验证",
            "人机验证",
            "点击按钮",
            "滑块",
            "是否是真人",
            "cookies to continue",
            "checking your browser",
            "connection is secure",
            "you are human",
        ),
    ),
    form(
        "tool",
        EDGES,
        r"安全验证|人机验证|just a moment\W*|attention required!?",
        "安全验证",
        "人机验证",
        "just a moment",
        "attention required",
    ),
)
