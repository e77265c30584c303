"""Commands named in brackets, as manuals of programs write them: 选择 [编辑] - [复制], 按一下 [删除].

What a filter or a wiki leaves in brackets looks the same; a command is chosen, or stands in a row of commands.
"""

from __future__ import annotations

from functools import lru_cache

from checks.text import fold, later

PROGRAM = 3
"""Different words of programs in a text that is about one; a page with tools round an article has none or one."""
_PROGRAM = later(
    "对话框|工具栏|工具列|选单|菜单|功能表|快捷键|组合键|光标|选项卡|单击|按一下|右键|核取方块|窗口|视窗|命令|指令"
)
_NEAR = 12
"""Characters to either side in which a command is said to be chosen, or goes on: 移至 [编辑] - [连结]."""
_CHOSEN = later(
    "(?:选择|選擇|选取|選取|选中|点选|點選|点击|點擊|单击|按一下|按下|移至|打开|開啟|在|以|或|和)[「“ ]*$"
    "|[]>』」] ?(?:[-–—>→]|再|然后|然後|和|或|、|，)[「“ ]*$"
)
_KIND = later(
    " ?(?:[-–—>→] ?[\\[「【A-Z]|(?:菜单|选单|選單|功能表|命令|指令|按钮|按鈕|清单|清單|对话框|對話方塊|方块|方塊|标签|標籤|选项|選項"
    "|区块|區塊|核取|工具列|工具栏|列(?!车|車)|下，)|以[开關打關]|以開啟)"
)


def is_command(text: str, start: int, end: int) -> bool:
    """Say whether the bracket at ``[start, end)`` names a command, a box or a list of a program.

    >>> is_command("选择 [编辑] - [复制]", 3, 7), is_command("水渠修好了。[编辑]\\n第二年", 6, 10)
    (True, False)
    """
    if _CHOSEN.search(text, max(start - _NEAR, 0), start):
        return True
    return _KIND.match(text, end) is not None


@lru_cache(maxsize=2)  # asked for every row of a page
def is_of_a_program(view: str) -> bool:
    """Say whether a text is about a program, by the words for its parts; then the names of tools are commands."""
    return len(set(_PROGRAM.findall(fold(view)))) >= PROGRAM
