"""Filling frozen values from TOML, strictly: every key must be a field, every word of the vocabulary."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
_PLAIN = (str, int, bool)


def fill(shape: type[Value], table: Mapping[str, Any]) -> Value:
    """A value of the dataclass `shape` from one TOML table; a field without a key keeps its default.

    Raises:
        ValueError: a key is no field, or a value does not have its field's type.
        TypeError: a field without a default has no key.
    """
    hints = _hints(cast("Any", shape))
    if strangers := set(table) - set(hints):
        raise ValueError(f"{shape.__name__} has no {', '.join(sorted(strangers))}")
    return shape(**{key: _convert(hints[key], told) for key, told in table.items()})


@cache
def _hints(shape: Any) -> dict[str, Any]:
    hints = get_type_hints(shape)
    return {field.name: hints[field.name] for field in fields(shape)}


def _convert(hint: Any, told: Any) -> Any:
    if isinstance(hint, UnionType):
        (hint,) = (one for one in get_args(hint) if one is not NoneType)
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint), told)
    if get_origin(hint) is Mapping:
        return {str(key): _convert(get_args(hint)[1], one) for key, one in told.items()}
    return _single(hint, told)


def _tuple(hints: tuple[Any, ...], told: list[Any]) -> tuple[Any, ...]:
    if hints[-1] is Ellipsis:
        return tuple(_convert(hints[0], one) for one in told)
    return tuple(_convert(hint, one) for hint, one in zip(hints, told, strict=True))


def _single(hint: Any, told: Any) -> Any:
    if is_dataclass(hint):
        return fill(cast("type[Any]", hint), told)
    if issubclass(hint, StrEnum):
        return hint(told)
    if hint is Decimal:
        return Decimal(str(told))
    if hint is time:
        return time.fromisoformat(told)
    if hint in _PLAIN and type(told) is hint:
        return told
    raise ValueError(f"{told!r} is no {hint.__name__}")
