"""Topics of a programmers' site hung on the ends of lines: 水渠通水了。前端, each paragraph another.

Sites that reprint notes on programs put the tags of the article behind its paragraphs, one by one, so that a copy is
not found equal to its original. A line that goes on behind its full stop with nothing but such a topic is no writer's.
Everything looks at the view as it is.
"""

from __future__ import annotations

from checks.evidence.sown import Token
from checks.signs import AllOf, AnyOf, Sign
from checks.text import later

LEAST, SURE, KINDS = 4, 2, 3  # places, those behind the end of a sentence, and different topics; by judgement

_END = "。！？；"
_TOPICS = (
    "php|html5?|css3?|java|javascript|js|mysql|sql|git|github|web|api|app|ios|android|python|linux|node|node\\.js|react|vue|jquery|json|xml|"
    "spring|redis|docker|nginx|apache|maven|bootstrap|angular|typescript|webpack|ajax|http|windows|ubuntu|shell|"
    "前端|后端|後端|算法|数据库|數據庫|小程序|微信小程序|微信|安全|缓存|緩存|程序员|程序員|服务器|服務器|网络|網絡|架构|架構|编程|編程|"
    "编码|編碼|浏览器|瀏覽器|面试|面試|框架|设计模式|設計模式|数据结构|數據結構|分布式|大数据|大數據|测试|測試|优化|優化|性能|线程|線程|函数|函數"
)
_TAG = later(rf"(?m)(?<=[{_END};:：)）》\]】])(?:{_TOPICS})[ \t]*$")
TAGGED = AnyOf(
    Sign(f"[{_END}]", "[a-z]", least=SURE),
    AllOf(
        Sign(f"[{_END};:：)）》]", "[前后後算缓緩安架网網编編框测測优優性线線函面]", least=SURE),
        Sign(r"[端法存全构構络絡程架试試化能数數码碼]", r"\n", least=SURE),
    ),
)
"""Marks with what may be a topic behind them."""


def topic_tags(view: str) -> list[Token]:
    """The places of the topics; none where they stand behind labels only, as in lists of skills."""
    found = [
        Token(m.start(), m.start() + len(m[0].rstrip()), m[0].rstrip(), "odd") for m in _TAG.finditer(view)
    ]
    sure = sum(view[token.start - 1] in _END for token in found)
    enough = len(found) >= LEAST and sure >= SURE and len({token.text for token in found}) >= KINDS
    return found if enough else []
