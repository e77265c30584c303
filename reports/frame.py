"""What all pages share: templates, style sheet, script, policy. One page is one self-contained file.

The policy of a page forbids every request and every script but our own, which it names by its hash.
Every value that a template prints goes through ``marks.safe``: escaped, bounded, hidden characters
drawn as boxes. A box is an element, so what goes into an attribute goes through ``slug`` instead.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from checks import measured
from reports import marks, numbers
from reports.escape import Keep, cut, language_of, visible_lines
from reports.svg import ICONS, icon, sparkline
from reports.words import Language

BEFORE, QUOTE, AFTER, TAIL = 64, 128, 64, 128  # 60, 120, 60 and 120 characters, and a box among them
PATH = 200


def drawn(template: str, say: Language, title: Iterable[str], known: str = "", /, **values: object) -> str:
    """Fill a template of a whole page; ``title`` is text only, because a title cannot hold boxes.

    ``known``: a stamp to be found in the page's head.
    """
    return (
        environment()
        .get_template(template)
        .render(
            say=say,
            title=escape(" · ".join(title)),
            csp=policy(),
            style=Markup(_file("page.css")),  # noqa: S704 - our own file
            script=Markup(_script()),  # noqa: S704 - our own file
            icons=ICONS,
            known=known,
            **values,
        )
    )


def beside(path: str, text: Markup | str | None = None, *, lang: str = "") -> Markup:
    """Name a file beside the page: a marked link if its path is relative and nothing but a path.

    A fragment may follow. ``lang``: the language of the page it leads to. What is longer than any file
    name is named only.
    """
    name = Markup("<code>{}</code>").format(marks.safe(path, PATH, "both")) if text is None else text
    place, _, fragment = path.partition("#")
    if not place or len(path) > PATH or PurePosixPath(place).is_absolute() or ":" in place or "\\" in place:
        return Markup("{}").format(name)
    target = quote(place, errors="replace") + (f"#{quote(fragment, errors='replace')}" if fragment else "")
    attributes = Markup(' hreflang="{0}" lang="{0}"').format(lang) if lang else ""
    return Markup('<a class="beside" href="{}"{}>{}</a>').format(target, attributes, name)


@cache
def policy() -> str:
    """The Content-Security-Policy of every page."""
    digest = base64.b64encode(hashlib.sha256(_script().encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def stamp(parts: Iterable[str]) -> str:
    """A short name for what a page was drawn of, with the form of our pages and the measured figures in it."""
    form = [_file(name) for name in ("page.css", "page.js", "frame.html", "catalogue.html")]
    figures = measured.FILE.read_text(encoding="utf-8") if measured.FILE.is_file() else ""
    return hashlib.sha256("\0".join([*form, figures, *parts]).encode()).hexdigest()[:16]


def words_of_the_script(say: Language) -> Mapping[str, str]:
    """What the script says, by the name of the attribute that carries it; the script fills ``{k}`` and ``{n}``."""
    return {key: say(f"js_{key}", k="{k}", n="{n}") for key in ("filter", "shown", "copy", "copied", "sort")}


@cache
def environment() -> Environment:
    """The templates with everything they may call."""
    found = Environment(
        loader=PackageLoader("reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.globals |= {
        "mark": marks.mark,
        "safe_text": marks.safe,
        "sentence": marks.sentence,
        "text_in": marks.text_in,
        "block": _block,
        "beside": beside,
        "icon": icon,
        "lang": language_of,
        "slug": marks.slug,
        "sparkline": sparkline,
        "numbers": numbers,
        "words_of_the_script": words_of_the_script,
        "room": {"before": BEFORE, "quote": QUOTE, "after": AFTER, "tail": TAIL},
    }
    return found


def _block(text: str, room: int, keep: Keep) -> Markup:
    return visible_lines(cut(text, room, keep, light="\n\t"))


def _printed(value: object) -> Markup:
    return marks.safe(value, 600)


def _script() -> str:
    return f"\n{_file('page.js')}\n"


@cache
def _file(name: str) -> str:
    return files("reports").joinpath("templates", name).read_text(encoding="utf-8")
