"""An instructor's desk: all that there is to do with a lesson, by buttons in a notebook."""

from kit.classroom.desk.desk import Desk, open_desk

__all__ = ["Desk", "open_desk"]
