"""Running a notebook: what its cells say, without a trace of machine and time."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from kit.errors import InputError
from kit.lesson.notebook import of_cells

SECONDS = 120
"""That a cell may take."""

WIDGET = "application/vnd.jupyter.widget-view+json"


def run(notebook: NotebookNode, file: Path) -> NotebookNode:
    """A notebook with the outputs that its cells have, and nothing of the machine.

    Answers that the student gave elsewhere are out of its sight.

    Args:
        notebook: it is not changed.
        file: where it stands, or is to stand: its cells are run in that folder.

    Raises:
        InputError: a cell fails, or does not end.
    """
    ran = nbformat.from_dict(notebook)  # type: ignore[no-untyped-call]
    with tempfile.TemporaryDirectory() as scratch:
        client = NotebookClient(
            ran,
            timeout=SECONDS,
            kernel_name="python3",
            extra_arguments=["--log-level=ERROR"],
            resources={"metadata": {"path": str(file.parent)}},
        )
        environment = os.environ | {"KIT_PROGRESS": str(Path(scratch, "progress.sqlite"))}
        try:
            client.execute(env=environment)
        except CellExecutionError as error:
            problem = f"a cell fails with {error.ename}: {error.evalue}"
            raise InputError(problem, "mend what it names", file=file) from None
        except CellTimeoutError:
            problem = f"a cell takes longer than {SECONDS} seconds"
            raise InputError(problem, "make it do less", file=file) from None
        except DeadKernelError:
            mend = "run the notebook in JupyterLab to see in which cell"
            raise InputError("the kernel ended while a cell ran", mend, file=file) from None
    return clean(ran)


def clean(notebook: NotebookNode) -> NotebookNode:
    """A notebook that was run, with what is the same wherever and whenever it is run.

    Execution counts are renumbered, metadata of kernel and time left out, and of a widget its text
    and HTML kept: its view would point at a model that is gone.
    """
    count = 0
    cells = []
    for cell in notebook.cells:
        kept = {"cell_type": cell.cell_type, "id": cell.id, "metadata": {}, "source": cell.source}
        if cell.cell_type == "code":
            count += 1
            kept |= {"execution_count": count, "outputs": [_output(o, count) for o in cell.outputs]}
        cells.append(NotebookNode(kept))  # type: ignore[no-untyped-call]
    own = {name: value for name, value in notebook.metadata.items() if name == "kit"}
    return of_cells(cells, own)


def to_text(notebook: NotebookNode) -> str:
    """A notebook as the text of its file."""
    return str(nbformat.writes(notebook)).rstrip("\n") + "\n"  # type: ignore[no-untyped-call]


def _output(output: NotebookNode, count: int) -> NotebookNode:
    if "execution_count" in output:
        output.execution_count = count
    if "data" in output:
        output.data.pop(WIDGET, None)
        output.metadata = {}
    return output
