"""What findings say, as HTML whose quoted values keep to their own writing direction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlcheck.files.escaping import markup_text
from xlcheck.files.printable import printable

if TYPE_CHECKING:
    from markupsafe import Markup

_QUOTED = re.compile("“((?:[^“”]|“[^“”]*”)+)”")


def isolated(message: str) -> Markup:
    """The message on one line, each value in “” in an element of its own that takes its direction from its letters.

    Without that, digits beside Arabic or Hebrew words change places with them in an English sentence. Values may
    quote in turn, once; what would turn the direction of the rest is replaced.
    """
    from markupsafe import Markup, escape

    parts = _QUOTED.split(printable(message))
    shown = (
        Markup("“<bdi>{}</bdi>”").format(part) if number % 2 else escape(part) for number, part in enumerate(parts)
    )
    return Markup(markup_text(Markup().join(shown)))
