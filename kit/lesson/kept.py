"""Remembering what was worked out for a lesson, for as long as somebody holds the lesson."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from kit.lesson.lesson import Lesson

P = ParamSpec("P")
T = TypeVar("T")


def kept(function: Callable[Concatenate[Lesson, P], T]) -> Callable[Concatenate[Lesson, P], T]:
    """A pure function of a lesson that works out each result once.

    A result goes with its lesson: each time that a cell opens a lesson, it is another one.

    Args:
        function: what it is given beside the lesson is hashable; what it returns does not hold
            the lesson.
    """
    memory: WeakKeyDictionary[Lesson, dict[Any, T]] = WeakKeyDictionary()

    @wraps(function)
    def remembered(lesson: Lesson, /, *args: P.args, **kwargs: P.kwargs) -> T:
        results = memory.setdefault(lesson, {})
        key = (args, *sorted(kwargs.items()))
        if key not in results:
            results[key] = function(lesson, *args, **kwargs)
        return results[key]

    return remembered
