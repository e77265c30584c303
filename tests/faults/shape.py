"""Pages that are no article: empty, a few words, another language, several articles in one."""

from __future__ import annotations

import random

from tests.faults.clean import article, traditional
from tests.faults.page import Fault, Page, in_script, mark
from tests.faults.wording import filled

_SHORT = (
    "详见附件。",
    "404 Not Found",
    "图片",
    "暂无内容",
    "。",
    "正文为空",
    "«title»",
    "如题",
    "1",
    "见图",
)
_FOREIGN = {
    "English": (
        "The {committee|council|team|board} met {on Monday|last week|in the {morning|evening}} to discuss {road|bridge|library|harbour} number «n». ",
        "It was agreed that {work|repairs|the survey} should {begin|end|resume} in {spring|autumn|summer} at a cost of «N» pounds. ",
        "{Residents|Teachers|Farmers} asked {why|when|how} the {plan|budget|fence} of «y» had {changed|failed|grown}. ",
    ),
    "Japanese": (
        "{昨日|今朝|先週}、{市役所|図書館|公民館}で{会議|説明会}が開かれ、第«n»号の{道路|橋}の工事について話し合われました。",
        "{住民|先生|農家}からは«N»円の{予算|計画}に{賛成|反対}する声が«q»件ありました。",
        "{次回|来月}は«m»月«d»日に{学校|港}で行われる{予定|見込み}です。",
    ),
    "Korean": (
        "{어제|오늘|지난주} {도서관|시청}에서 {회의|설명회}가 열려 «n»번 {도로|다리} 공사에 대해 논의했습니다. ",
        "{주민|교사} «N»명이 {예산|계획}에 {찬성|반대}했습니다. ",
    ),
    "Russian": (
        "{Вчера|Сегодня} в {библиотеке|школе} прошло {собрание|обсуждение} о ремонте {дороги|моста} номер «n». ",
        "{Жители|Учителя} просили «N» рублей на {забор|крышу|окна}. ",
    ),
    "Vietnamese": (
        "{Hôm qua|Sáng nay} tại {thư viện|trường học} đã diễn ra cuộc họp về việc sửa {cầu|đường} số «n». ",
        "{Người dân|Giáo viên} đề nghị chi «N» đồng cho {mái nhà|hàng rào}. ",
    ),
    "Thai": (
        "{เมื่อวาน|วันนี้}มีการประชุมที่{ห้องสมุด|โรงเรียน}เรื่องการซ่อม{ถนน|สะพาน}หมายเลข «n» ",
        "{ชาวบ้าน|ครู}ขอเงิน «N» บาทสำหรับ{รั้ว|หลังคา} ",
    ),
}


def _only(cls: str, text: str) -> Fault:
    def make(rng: random.Random, page: Page) -> Page:
        return page.with_lines([mark(cls, filled(text, rng, {"title": page.title}))], f"only {text!r}")

    return Fault(cls, repr(text), make)


def _foreign(language: str) -> Fault:
    def make(rng: random.Random, page: Page) -> Page:
        lines = ["".join(filled(text, rng) for text in _FOREIGN[language]) for _ in range(2)]
        return page.with_lines([mark("wrong_language", "\n".join(lines))], language)

    return Fault("wrong_language", language, make)


def several_articles(rng: random.Random, page: Page) -> Page:
    """A hub: title and article, a menu, the next title and article."""
    menu = in_script("最新|图片|专题|评论|视频", page)
    parts = [article(rng, "news", script=page.script, longest=500) for _ in range(2)]
    texts = ["\n".join(page.lines), *("\n".join((menu, *part.lines)) for part in parts)]
    return page.with_lines([mark("multi_article", "\n".join(texts))], "several articles")


def other_script(rng: random.Random, page: Page) -> Page:
    """A good page in the script that its source does not expect; only the source can tell."""
    text = "\n".join(traditional(article(rng)).lines)
    return page.with_lines([mark("wrong_script", text)], "the source expects simplified script")


FAULTS = [
    Fault("wrong_script", "traditional", other_script),
    *(_only("empty", text) for text in ("", " ", "\n\n", "　　\n", "\ufeff")),
    *(_only("too_short", text) for text in _SHORT),
    *map(_foreign, _FOREIGN),
    Fault("multi_article", "menu between", several_articles),
]
