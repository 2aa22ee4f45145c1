"""What is doubled to see how xlcheck's time grows with its inputs: one module for each kind of input."""

from growing import files, glossaries, marked, prose, reports, silences
from growing.shape import Shape

SHAPES: tuple[Shape, ...] = (
    *marked.SHAPES,
    *prose.SHAPES,
    *files.SHAPES,
    *glossaries.SHAPES,
    *silences.SHAPES,
    *reports.SHAPES,
)
