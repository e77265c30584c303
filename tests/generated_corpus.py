"""A corpus of 300 documents over three sources, made the same every time: shares and tolerances.

``village`` and ``harbour`` are folders, ``library`` is one JSONL file. All wording is our own.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

SUBJECTS = ("水渠", "果园", "渡口", "粮仓", "集市", "苗圃", "石桥", "山路", "学堂", "码头")
DEEDS = (
    "上午开始清理",
    "比去年早了半个月",
    "请来木匠修补",
    "又添了两排长凳",
    "留出一块空地",
    "换上了新的标牌",
)
ENDS = ("老人们都说好。", "孩子们跑来看热闹。", "傍晚才收工。", "雨停以后再接着做。", "大家约好明天再来。")

SETTINGS = """\
[corpus]
name = "generated"

[tolerated]
error = 0.05

[[sources]]
id = "village"
kind = "folder"
location = "village"
owner = "village desk"

[[sources]]
id = "harbour"
kind = "folder"
location = "harbour"
owner = "harbour desk"

[[sources]]
id = "library"
kind = "jsonl"
location = "library.jsonl"
owner = "library desk"
"""

GLOSSED = "集市今天开(kāi)张(zhāng)，摊(tān)位比往年多(duō)了一半，账房忙(máng)到天黑。"


def write_corpus(folder: Path, *, glossed_in_village: int = 8, glossed_in_harbour: int = 3) -> Path:
    """Write the corpus and its settings; returns the path of corpus.toml."""
    chance = random.Random(20261121)
    for name, glossed in (("village", glossed_in_village), ("harbour", glossed_in_harbour)):
        (folder / name).mkdir(parents=True)
        for number in range(100):
            text = GLOSSED if number < glossed else article(chance)
            (folder / name / f"{number:03}.txt").write_text(f"{name}{number}号\n{text}", encoding="utf-8")
    lines = [{"id": f"book-{number:03}", "text": article(chance)} for number in range(100)]
    (folder / "library.jsonl").write_text(
        "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8"
    )
    (folder / "corpus.toml").write_text(SETTINGS, encoding="utf-8")
    return folder / "corpus.toml"


def article(chance: random.Random, sentences: int = 12) -> str:
    """A clean little article."""
    return "\n".join(
        f"{chance.choice(SUBJECTS)}{chance.choice(DEEDS)}，{chance.choice(SUBJECTS)}{chance.choice(DEEDS)}，{chance.choice(ENDS)}"
        for _ in range(sentences)
    )
