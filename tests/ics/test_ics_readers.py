"""Every calendar file is read whole by programs of other people, and each defect is refused by those named for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from ics_defects import DEFECTS, Defect
from ics_making import athlete_of, own_file
from ics_radicale import Radicale, radicale
from ics_readers import READERS, by_bytes, events_in, values

SOUND = "plans/first-half/springfield-half-marathon.ics"


@pytest.fixture(scope="module")
def files(built_site: Path) -> dict[str, bytes]:
    """All built calendars by address, and one that the browser makes in full and one private."""
    found = {str(path.relative_to(built_site)): path.read_bytes() for path in sorted(built_site.rglob("*.ics"))}
    athlete = athlete_of(built_site, "masters-50")
    found["own, in kilometers"] = own_file(athlete, "2027-03-01", units={"distance": "km"})
    found["own, private"] = own_file(athlete, "2027-03-01", busy=True)
    return found


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    """A calendar server on this machine alone."""
    with radicale(tmp_path_factory.mktemp("radicale")) as running:
        yield running


def test_the_clinics_races_have_two_calendars_each(files: dict[str, bytes]) -> None:
    built = [name for name in files if name.startswith("plans/")]
    assert SOUND in built
    assert len(built) == 6
    assert all(events_in(data) > 30 for data in files.values())


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.long] if name == "khal" else []) for name in READERS]
)
def test_every_calendar_is_read_whole(name: str, files: dict[str, bytes], tmp_path: Path) -> None:
    found = []
    for number, (file, data) in enumerate(files.items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        found += [f"{file}: {fault}" for fault in READERS[name](data, folder)]
    assert not found, "\n".join(found)


def test_no_two_events_of_any_two_calendars_share_a_uid(files: dict[str, bytes]) -> None:
    uids = Counter(uid for data in files.values() for uid in values(data, "UID"))
    assert not [uid for uid, count in uids.items() if count > 1]
    assert len(uids) == sum(map(events_in, files.values()))


@pytest.mark.parametrize("defect", DEFECTS, ids=[defect.name for defect in DEFECTS])
def test_a_planted_defect_is_seen(defect: Defect, files: dict[str, bytes], tmp_path: Path) -> None:
    planted = defect.plant(files[SOUND])
    assert planted != files[SOUND]
    for name in set(defect.seen_by) & set(READERS):
        folder = tmp_path / name
        folder.mkdir()
        assert READERS[name](planted, folder), f"{name} lets it pass"


def test_a_private_calendar_says_nothing_but_training(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        if "-busy" in name or "private" in name:
            assert set(values(data, "SUMMARY")) == {"Training"}
            assert not [word for word in (b"week", b"plans/", b"DESCRIPTION", b"URL", b"marathon") if word in data], (
                name
            )


def test_a_calendar_says_how_often_to_look(files: dict[str, bytes]) -> None:
    """Apps that ask the file look twice a day; the others look when they like, which the page says."""
    for data in files.values():
        assert b"\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\nX-PUBLISHED-TTL:PT12H\r\n" in data


@pytest.mark.long
def test_a_calendar_server_takes_every_calendar(files: dict[str, bytes], server: Radicale) -> None:
    for number, (name, data) in enumerate(files.items()):
        assert server.put(f"sound-{number}", data) == 201, name
        kept = server.get(f"sound-{number}")
        assert sorted(values(kept, "UID")) == sorted(values(data, "UID")), name


@pytest.mark.long
def test_a_calendar_server_refuses_one_uid_twice(files: dict[str, bytes], server: Radicale) -> None:
    twice = next(defect for defect in DEFECTS if "radicale" in defect.seen_by)
    planted = twice.plant(files[SOUND])
    assert by_bytes(planted, Path())
    assert server.put("twice", planted) == 400
