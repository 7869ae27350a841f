"""What the student touches: a reader and quizzes, opened with one line in a notebook."""

from kit.widgets.assignment import open_assignment
from kit.widgets.open import LessonView, open_lesson, paste, read
from kit.widgets.overview import overview
from kit.widgets.review import open_review

__all__ = [
    "LessonView",
    "open_assignment",
    "open_lesson",
    "open_review",
    "overview",
    "paste",
    "read",
]
