"""Barriers: walls that are told by their whole form, whatever names stand in them.

The other walls are told by kinds of words in any order (``checks.evidence.walls``), so little else may stand
beside them. These say it in a fixed order: the page cannot show more here, so open the program; the reader enters a
part of the site that is for subscribers; the reader may not see what follows, for want of a right.
Everything here looks at one folded passage (simplified, half width, lower case) that stands apart.
"""

from __future__ import annotations

from checks.text import later

_APP = r"(?:app|客户端|手机客户端|手机版|小程序|应用程?[序式]?)"
_FETCH = r"(?:立即|马上|现在|点击|点此|一键|免费|请|扫码|长按|前往|快去|快来){0,3}(?:下载|打开|开启|安装|启动|唤起|使用|进入|跳转至?|前往|到|去|在)(?:并?安装|最新版?|官方|手机|我们的|本站|本网|使用|到)?"
_SEE = r"(?:看|读|阅读|查看|浏览|观看|追|畅读|畅看)"
_UNBROKEN = r"(?:不|无|永不|再不|不再|告别|拒绝|没有)(?:会|被|怕)?(?:中断|间断|打断|卡顿|断更|断档|停|等待|限|受限|断|干扰)"
_ON = later(  # 下载app,看更多不中断; 打开客户端 阅读不间断
    rf"\W*{_FETCH}[^\W\d_]{{0,8}}[“\"「『《【]?[^\W\d_]{{0,10}}[”\"」』》】]? ?{_APP}(?:内|里|中)?[,;:!。、|/ ]{{0,2}}(?:继续|接着|即可|就能|可|能)?{_SEE}(?:更多|下去|全部|故事|内容|文章|正文|全文){{0,2}}[, ]?{_UNBROKEN}\W*"
)
_CANNOT = r"(?:无法|不能|不支持|暂不支持|暂时无法|暂无法|未能|不便|不再|仅能|仅可|只能)"
_MORE = r"(?:更多|全部|全文|完整|剩余|余下|后续|其余|后面|本文|此文|部分)"
_HERE = later(  # 浏览器内无法显示更多,请点击右上角打开app
    rf"\W*(?:抱歉|很抱歉|对不起|提示|温馨提示)?\W?(?:(?:在|由于|因)?(?:微信|qq|微博|浏览器|手机浏览器|当前浏览器|当前页面|网页版?|网页端|本页面?|此页面?|当前环境|小程序|手机网页|转码页面?)(?:内|中|里|端|上|版)?)[^,。!?]{{0,4}}{_CANNOT}(?:继续|完整|正常)?(?:显示|展示|查看|阅读|浏览|观看|加载|打开)(?:了|到)?{_MORE}(?:的)?(?:内容|正文|文章|章节|文字|部分)?[,;。!:]? ?"
    rf"(?=[^。]{{0,40}}(?:{_APP}|浏览器|原网页|原网站|电脑版))(?:请|可|点击|需|如需|建议|立即|马上|下载|打开|前往|复制|使用|在|用)[^。!?]{{0,48}}\W*"
)
_HOLDER = r"(?:订户|订阅户|订阅者|会员|vip|付费用户|付费会员|付费读者|注册用户|注册会员|登录用户|机构用户|用户|读者|付费)"
_PART = r"(?:专区|专页|专栏|专属区域?|专用区域?|专属页面|专属内容|专享区域?|专享内容|独享区|限定区域?|限定内容|园地|频道|阅读区|阅览区|地带)"
_AREA = later(  # 此处为某报订户专区,如要进入请先登录
    rf"\W*(?:抱歉|对不起|您好|提示)?\W?(?:这是|这里是|这里为|此为|此处[为是]|此页[为是]|本区域?[为是]|本页面?[为是]|本栏目?[为是]|本部分[为是]|以下[为是]|您(?:正在|现正|将要|即将|要)(?:进入|浏览|访问)的?(?:是)?)[^,。!?:]{{0,14}}{_HOLDER}的?{_PART}[,;。!: ]"
    r"(?P<how>[^。!?]{0,20}(?:登录|登入|登陆|订阅|订购|开通|购买|付费|续订|注册|加入|验证)[^。!?]{0,16})\W*"
)
_RIGHT = r"(?:登录|登入|登陆|注册|权限|付费|订阅|订购|会员|解锁|购买|赞助|成员|验证|资格)"
_BARRED = later(  # 你目前无法检视以下内容,可能因为尚未登入
    rf"(?:^|[,。!;、 ])(?:您|你)(?:目前|暂时|现在|当前|还|尚|暂|的账号|的帐号|的等级){{0,2}}(?:无法|不能|无权|未能|没有权限|未获准|未被允许|不可以?)(?:继续|完整)?(?:检视|查看|浏览|阅读|观看|收看|访问|看到|打开)(?:以下|此处|此|该|本|这[篇则个份]|后续|剩余|余下|其余|完整|下方|下面)的?(?:部分|篇|则|个)?的?(?:内容|文章|正文|全文|文字|段落|章节|贴文|帖子|主题)(?:[,。;:( ]|$)[^。!?]{{0,40}}{_RIGHT}"
)
_TOLD = later(  # what others said or asked of it
    r"反映|表示|客服|投诉|咨询|网友|市民|记者|怎么|如何|为什么|为何|吗|什么|[“「『\"]|菜单|教程|步骤|帮助|常见问题|他|她|我们?(?!的)"
)
_PAID = later(r"付费|购买|订阅|订购|赞助|支付|解锁|开通|续订")
_LOGIN = later(r"登录|登入|登陆|注册|验证")


def barrier_of(passage: str) -> str | None:
    """The class of a wall of a fixed form.

    >>> barrier_of("此处为某报订户专区,如要进入请先登录"), barrier_of("订户专区 登录 注册")
    ('login_wall', None)
    """
    if _TOLD.search(passage):
        return None
    if (area := _AREA.fullmatch(passage)) is not None:
        return "login_wall" if _LOGIN.search(area["how"]) else "paywall_notice"
    if _BARRED.search(passage):
        return "paywall_notice" if _PAID.search(passage) else "login_wall"
    return "app_wall" if _HERE.fullmatch(passage) else None


def goes_on_in_app(passage: str) -> bool:
    """Say whether a passage bids to read on in a program: a wall only where the text breaks off.

    >>> goes_on_in_app("下载app,看更多不中断"), goes_on_in_app("下载app,看更多好文")
    (True, False)
    """
    return bool(_ON.fullmatch(passage)) and not _TOLD.search(passage)
