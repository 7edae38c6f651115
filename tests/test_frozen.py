"""Frozen values behave as those of frozen dataclasses, whose functions work with them."""

import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace

import pytest

from msglint.frozen import Frozen


class Parcel(Frozen):
    """A parcel; its notes say nothing about what it is."""

    name: str
    weight: float = 1.0
    labels: Mapping[str, str] = field(default_factory=dict)
    notes: str = field(default="", compare=False)


class Insured(Parcel):
    """A parcel that is worth something."""

    value: int = 0


class Nothing(Frozen):
    """A class without fields."""


@dataclass(frozen=True, slots=True)
class Twin:
    """What `dataclasses` makes of a parcel's fields."""

    name: str
    weight: float = 1.0
    labels: Mapping[str, str] = field(default_factory=dict)
    notes: str = field(default="", compare=False)


def test_fields_are_given_by_position_and_name_or_have_their_defaults() -> None:
    parcel = Parcel("lamp", labels={"to": "Lyon"})
    assert (parcel.name, parcel.weight, parcel.labels, parcel.notes) == ("lamp", 1.0, {"to": "Lyon"}, "")
    assert Insured("lamp", 2.0, value=5).value == 5
    assert Parcel("a").labels is not Parcel("a").labels


def test_missing_and_unknown_fields_are_errors() -> None:
    with pytest.raises(TypeError, match="name"):
        Parcel()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="colour"):
        Parcel("lamp", colour="red")  # type: ignore[call-arg]


def test_nothing_can_be_changed() -> None:
    parcel = Parcel("lamp")
    with pytest.raises(FrozenInstanceError):
        parcel.name = "bulb"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del parcel.weight
    assert parcel == Parcel("lamp")


def test_equal_are_those_of_one_class_with_equal_fields() -> None:
    assert Parcel("lamp", notes="fragile") == Parcel("lamp")
    assert Parcel("lamp") != Parcel("lamp", 2.0)
    assert Parcel("lamp") != Insured("lamp")
    assert Nothing() == Nothing() != Parcel("lamp")


def test_equal_values_count_once_in_a_set() -> None:
    class Pair(Frozen):
        first: int
        second: int

    assert len({Pair(1, 2), Pair(1, 2), Pair(2, 1), Nothing(), Nothing()}) == 3


def test_patterns_take_them_apart() -> None:
    match Insured("lamp", 2.0, value=5):
        case Insured(name, weight, value=value):
            assert (name, weight, value) == ("lamp", 2.0, 5)


def test_the_functions_of_dataclasses_work_with_them() -> None:
    parcel = Parcel("lamp", 2.0, {"to": "Lyon"}, "fragile")
    twin = Twin("lamp", 2.0, {"to": "Lyon"}, "fragile")
    assert [item.name for item in fields(parcel)] == [item.name for item in fields(twin)]
    assert asdict(parcel) == asdict(twin)
    assert asdict(replace(parcel, weight=3.0)) == asdict(replace(twin, weight=3.0))
    assert repr(parcel) == repr(twin).replace("Twin", "Parcel")


def test_they_can_be_copied_and_sent_to_another_process() -> None:
    parcel = Insured("lamp", 2.0, {"to": "Lyon"}, "fragile", 5)
    for made in (copy.copy(parcel), copy.deepcopy(parcel), pickle.loads(pickle.dumps(parcel))):
        assert made == parcel
        assert made.notes == "fragile"
