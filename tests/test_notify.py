"""Messages leave the outbox through Apprise, for a real receiver on this machine."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest

from checks.model import Severity
from flows.channels import open_channels
from flows.notify import BUSY, ROUNDS, deliver
from flows.records import Delivery
from flows.settings import Route
from tests.receiver import SECRET

NOW = datetime(2026, 3, 5, 2, 0, tzinfo=UTC)


def desk(name="desk", url_env="DESK_URL"):
    return Route(
        name=name,
        url_env=url_env,
        at_least=Severity.WARNING,
        sources=("*",),
        owners=(),
        continue_=False,
        repeat_days=3,
    )


@dataclass
class Outbox:
    """An outbox that lives in memory."""

    rows: dict[str, Delivery] = field(default_factory=dict)

    def pending_deliveries(self, corpus=None):  # noqa: ARG002
        return [row for row in self.rows.values() if row.state == "pending"]

    def mark_sent(self, delivery_id, at):
        self.rows[delivery_id] = replace(self.rows[delivery_id], state="sent", sent_at=at)

    def mark_failed(self, delivery_id, error, at, *, dead):  # noqa: ARG002
        row = self.rows[delivery_id]
        self.rows[delivery_id] = replace(
            row, error=error, attempts=row.attempts + 1, state="dead" if dead else "pending"
        )


@pytest.fixture
def refused() -> Iterator[int]:
    """A port that is taken and not listened at."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


def message(name="d1", **changes):
    made = Delivery(
        id=name,
        run_id="r5",
        route="desk",
        title="example: NEEDS ACTION - 1 new",
        body="错误 新增 · daily\nReport: here",
        keys=(f"c1:new:r5:{name}",),
    )
    return replace(made, **changes)


def outbox(*messages):
    return Outbox({row.id: row for row in messages or (message(),)})


DESK = desk()


def sent(box, url, routes=(DESK,), **more):
    """One round, whose waits are noted instead of waited."""
    more = {"sleep": lambda _: None, "jitter": lambda: 0.0, "timeout": 5.0, **more}
    environment = url if isinstance(url, dict) else {"DESK_URL": url}
    return deliver(box, routes, now=lambda: NOW, environment=environment, **more)


# What arrives


def test_a_pending_message_arrives_and_is_marked_as_sent(receiver):
    box = outbox()
    (result,) = sent(box, receiver.url())
    assert result.delivered
    assert receiver.messages[0]["title"] == "example: NEEDS ACTION - 1 new"
    assert receiver.messages[0]["message"] == "错误 新增 · daily\nReport: here"
    assert (box.rows["d1"].state, box.rows["d1"].sent_at) == ("sent", "2026-03-05T02:00:00+00:00")


def test_an_empty_outbox_sends_nothing(receiver):
    assert sent(Outbox(), receiver.url()) == ()
    assert receiver.messages == []


def test_what_an_earlier_run_left_is_sent_too(receiver):
    sent(outbox(message("old", run_id="r4", attempts=2), message("d1")), receiver.url())
    assert len(receiver.messages) == 2


def test_a_second_round_sends_nothing_again(receiver):
    box = outbox()
    sent(box, receiver.url())
    assert sent(box, receiver.url()) == ()
    assert len(receiver.messages) == 1


def test_a_crash_before_it_is_marked_sends_it_again(receiver):
    class Crashing(Outbox):
        def mark_sent(self, *_):
            raise KeyboardInterrupt

    box = Crashing({"d1": message()})
    with pytest.raises(KeyboardInterrupt):
        sent(box, receiver.url())
    sent(Outbox(box.rows), receiver.url())
    assert len(receiver.messages) == 2


def test_all_addresses_of_a_route_are_sent_to(receiver):
    (result,) = sent(outbox(), f"{receiver.url('one')}, {receiver.url('two')} {receiver.url('three')}")
    assert result.delivered
    assert receiver.paths == ["/one", "/two", "/three"]


def test_a_long_message_is_cut_to_what_the_channel_takes(receiver, monkeypatch):
    from apprise import NotifyBase

    monkeypatch.setattr(NotifyBase, "body_maxlen", 100)
    sent(outbox(message(body="语" * 5_000)), receiver.url())
    assert len(receiver.messages[0]["message"]) + len(receiver.messages[0]["title"]) <= 100


@pytest.fixture
def wecom(receiver, monkeypatch):
    """WeCom's robot, as Apprise speaks to it, with our receiver in the place of its service."""
    from apprise.plugins.wecombot import NotifyWeComBot

    monkeypatch.setattr(
        NotifyWeComBot, "notify_url", f"http://127.0.0.1:{receiver.server_port}/send?key={{key}}"
    )
    return receiver


def test_a_channel_that_counts_bytes_gets_no_more_than_it_takes(wecom):
    sent(outbox(message(body="语料" * 600)), "wecombot://abcdef")
    content = wecom.messages[0]["text"]["content"]
    assert content.startswith("example: NEEDS ACTION - 1 new")
    assert 2_000 < len(content.encode()) <= 2_048


@pytest.mark.xfail(strict=True, reason="Apprise looks at the HTTP status of this robot only")
def test_a_robot_that_answers_200_with_an_error_code_is_no_delivery(wecom):
    wecom.answers = [(200, {}, b'{"errcode": 93000, "errmsg": "invalid webhook url"}')] * 3
    (result,) = sent(outbox(), "wecombot://abcdef")
    assert not result.delivered


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("jsons://hooks.example.com/alerts", "JSON"),
        ("mailtos://user:word@example.com", "E-Mail"),
        ("slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ", "Slack"),
        ("dingtalk://abcdef", "DingTalk"),
        ("feishu://abcdef", "Feishu"),
        ("wecombot://abcdef", "WeCom Bot"),
    ],
)
def test_the_channels_that_the_readme_names_are_known_by_address(url, name):
    channels, trouble = open_channels(url, timeout=5.0, deadline=30.0)
    assert ([channel.name for channel in channels], trouble) == ([name], "")


def test_an_answer_that_is_true_without_being_true_itself_is_a_yes(receiver, monkeypatch):
    """Apprise 2 answers with an object; the tests run with whichever version pip resolved."""
    import apprise

    class Answer:
        def __init__(self, well):
            self.well = bool(well)

        def __bool__(self):
            return self.well

    asked = apprise.Apprise.notify
    monkeypatch.setattr(apprise.Apprise, "notify", lambda self, *a, **k: Answer(asked(self, *a, **k)))
    assert sent(outbox(), receiver.url())[0].delivered


# What fails


def test_a_channel_that_fails_once_is_tried_again(receiver):
    receiver.answers = [500]
    waits = []
    (result,) = sent(outbox(), receiver.url(), sleep=waits.append)
    assert result.delivered
    assert waits == [2.0]


def test_the_waits_double_and_are_spread(receiver):
    receiver.answers = [500] * 4
    waits = []
    sent(outbox(), receiver.url(), attempts=4, pause=1.0, sleep=waits.append, jitter=lambda: 1.0)
    assert waits == [1.5, 3.0, 6.0]


def test_a_channel_that_keeps_failing_leaves_the_message_pending_with_the_reason(receiver):
    receiver.answers = [500] * 3
    box = outbox()
    (result,) = sent(box, receiver.url())
    assert (result.state, result.error) == ("pending", "address 1 (JSON): HTTP 500")
    assert (box.rows["d1"].error, box.rows["d1"].attempts) == (result.error, 1)
    assert len(receiver.messages) == 3


def test_too_many_requests_is_met_with_a_long_wait(receiver):
    receiver.answers = [(429, {"Retry-After": "7"})]
    waits = []
    (result,) = sent(outbox(), receiver.url(), sleep=waits.append)
    assert result.delivered
    assert waits == [BUSY]


@pytest.mark.parametrize("status", [400, 401, 404, 410])
def test_a_refusal_that_will_not_pass_is_not_tried_again_tonight(receiver, status):
    receiver.answers = [status]
    (result,) = sent(outbox(), receiver.url())
    assert result.error == f"address 1 (JSON): HTTP {status}"
    assert len(receiver.messages) == 1


def test_a_redirect_is_no_delivery(receiver):
    receiver.answers = [(302, {"Location": "/login"})] * 3
    (result,) = sent(outbox(), receiver.url())
    assert result.error == "address 1 (JSON): HTTP 302"


def test_a_receiver_that_is_not_there_is_told_as_such(refused):
    (result,) = sent(outbox(), f"json://127.0.0.1:{refused}/hook")
    assert result.error == "address 1 (JSON): connection refused"


def test_a_receiver_that_does_not_answer_is_given_up(receiver):
    receiver.answers = ["hold"] * 3
    (result,) = sent(outbox(), receiver.url(), timeout=0.1)
    assert result.error == "address 1 (JSON): no answer in time"


def test_a_receiver_that_answers_without_end_is_left_behind(receiver):
    receiver.answers = ["drip"]
    (result,) = sent(outbox(), receiver.url(), attempts=1, deadline=0.3)
    assert result.error == "address 1 (JSON): no answer before the deadline"


def test_after_five_runs_a_message_is_dead():
    box = outbox()
    states = [sent(box, {})[0].state for _ in range(ROUNDS)]
    assert states == ["pending"] * 4 + ["dead"]
    assert sent(box, {}) == ()


def test_a_missing_variable_is_named():
    (result,) = sent(outbox(), {})
    assert result.error == "environment variable DESK_URL is not set"


@pytest.mark.parametrize(
    "nonsense", [f"nonsense {SECRET}", f"nothing://{SECRET}", f"https://{SECRET}.example.com/x"]
)
def test_an_address_that_is_none_names_the_variable_and_not_its_value(nonsense):
    (result,) = sent(outbox(), nonsense)
    assert result.error.startswith(
        "environment variable DESK_URL holds an address that Apprise does not know"
    )
    assert SECRET not in result.error


def test_a_route_that_left_the_settings_is_named():
    (result,) = sent(outbox(), {}, routes=())
    assert result.error == "no route 'desk' in the settings any more"


def test_a_failing_route_does_not_keep_the_others_from_being_told(receiver, refused):
    box = outbox(message("d1", route="broken"), message("d2", route="well"))
    routes = (desk("broken", "BROKEN"), desk("well", "WELL"))
    results = sent(box, {"BROKEN": f"json://127.0.0.1:{refused}/", "WELL": receiver.url()}, routes)
    assert [result.state for result in results] == ["pending", "sent"]


def test_a_failing_route_is_tried_once_for_each_further_message(receiver):
    receiver.answers = [500] * 4
    sent(outbox(message("d1"), message("d2")), receiver.url())
    assert len(receiver.messages) == 4


def test_one_failing_address_of_two_fails_the_message_and_only_it_is_tried_again(receiver, refused):
    urls = f"json://127.0.0.1:{refused}/x {receiver.url('well')}"
    (result,) = sent(outbox(), urls)
    assert (result.state, result.error) == ("pending", "address 1 (JSON): connection refused")
    assert receiver.paths == ["/well"]


def test_an_address_that_is_none_beside_a_good_one_fails_the_message_but_is_told(receiver):
    (result,) = sent(outbox(), f"nothing://x {receiver.url('well')}")
    assert not result.delivered
    assert receiver.paths == ["/well"]


def test_an_exception_of_a_channel_is_a_failure_without_its_text(receiver, monkeypatch):
    from apprise.plugins.custom_json import NotifyJSON

    def broken(*_, **__):
        raise RuntimeError(SECRET)

    monkeypatch.setattr(NotifyJSON, "send", broken)
    (result,) = sent(outbox(), receiver.url())
    assert not result.delivered
    assert SECRET not in result.error


# What nobody may see


@pytest.mark.parametrize("answers", [[200], [500] * 3, [404], ["hold"] * 3])
def test_no_address_reaches_a_log_or_a_result(receiver, caplog, capfd, answers):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(1, logger="apprise")
    caplog.set_level(logging.DEBUG, logger="urllib3")
    receiver.answers = answers
    box = outbox()
    results = sent(box, receiver.url(options=f"?-key={SECRET}"), timeout=0.2)
    assert receiver.messages
    told = caplog.text + repr(results) + repr(box.rows) + "".join(capfd.readouterr())
    assert SECRET not in told
    assert str(receiver.server_port) not in told


def test_no_address_reaches_a_log_when_it_is_refused_or_none(refused, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    urls = f"json://127.0.0.1:{refused}/{SECRET} nothing://{SECRET}"
    results = sent(outbox(), urls)
    assert SECRET not in caplog.text + repr(results) + "".join(capfd.readouterr())


def test_the_level_of_the_log_is_left_as_it_was(receiver):
    logger = logging.getLogger("apprise")
    before = logger.level
    sent(outbox(), receiver.url())
    assert logger.level == before


def test_what_others_log_meanwhile_is_left_alone(receiver, caplog):
    sent(outbox(), receiver.url())
    logging.getLogger("urllib3.connectionpool").warning("something else")
    assert "something else" in caplog.text
