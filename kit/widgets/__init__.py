"""What the student touches: a reader and quizzes, opened with one line in a notebook."""

from kit.widgets.open import LessonView, open_lesson, paste, read

__all__ = ["LessonView", "open_lesson", "paste", "read"]
