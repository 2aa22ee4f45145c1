"""TBX as other programs write it: versions, styles, statuses, and files that are broken or hostile."""

from pathlib import Path

import pytest
from lxml import etree

from xlcheck.model import Concept, Glossary, Status, Term, XlcheckError
from xlcheck.terms import load
from xlcheck.terms.validate import validate
from xlcheck.terms.write import write

DCA = """\
<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<text><body>
  <conceptEntry id="c1">
    <descrip type="subjectField">astronomy</descrip>
    <langSec xml:lang="en">
      <descripGrp><descrip type="definition">stars formed
          together</descrip><admin type="source">Oxford2007</admin></descripGrp>
      <termSec><term>open <hi>cluster</hi></term><!-- so -->
        <termNote type="partOfSpeech">noun</termNote>
        <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
      <termSec><term>galactic cluster</term>
        <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
    </langSec>
    <langSec xml:lang="ES_mx"><termSec><term>cúmulo abierto</term></termSec>
      <termSec><term>cúmulo</term></termSec></langSec>
  </conceptEntry>
</body></text></tbx>
"""
DCT = """\
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
  <conceptEntry id="c1"><min:subjectField>astronomy</min:subjectField>
    <langSec xml:lang="en"><descripGrp><basic:definition>stars formed together</basic:definition>
        <basic:source>Oxford2007</basic:source></descripGrp>
      <termSec><term>open cluster</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
      </termSec><termSec><term>galactic cluster</term>
        <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
    <langSec xml:lang="es-MX"><termSec><term>cúmulo abierto</term></termSec>
      <termSec><term>cúmulo</term></termSec></langSec>
  </conceptEntry></body></text></tbx>
"""
V2 = """\
<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
  <termEntry id="c1"><descrip type="subjectField">astronomy</descrip>
    <langSet xml:lang="en"><descrip type="definition">stars formed together</descrip>
      <admin type="source">Oxford2007</admin>
      <ntig><termGrp><term>open cluster</term>
        <termNote type="administrativeStatus">preferred</termNote></termGrp></ntig>
      <tig><term>galactic cluster</term><termNote type="administrativeStatus">obsolete</termNote></tig></langSet>
    <langSet xml:lang="es-MX"><tig><term>cúmulo abierto</term></tig><tig><term>cúmulo</term></tig></langSet>
  </termEntry></body></text></martif>
"""


def tbx(text: str, folder: Path) -> str:
    path = folder / "x.tbx"
    path.write_text(text, "utf-8")
    return str(path)


@pytest.mark.parametrize("text", [DCA, DCT, V2], ids=["DCA", "DCT", "v2"])
def test_versions_and_styles_say_the_same(text: str, tmp_path: Path) -> None:
    (concept,) = load([tbx(text, tmp_path)]).concepts
    assert (concept.id, concept.note, concept.source) == ("c1", "astronomy; stars formed together", "Oxford2007")
    assert [(term.language, term.text, term.status) for term in concept.terms] == [
        ("en", "open cluster", Status.PREFERRED),
        ("en", "galactic cluster", Status.DEPRECATED),
        ("es-MX", "cúmulo abierto", Status.PREFERRED),
        ("es-MX", "cúmulo", Status.ADMITTED),
    ]


def test_places_are_those_of_the_terms(tmp_path: Path) -> None:
    path = tbx(DCA, tmp_path)
    (concept,) = load([path]).concepts
    assert concept.place == f"{path}:4"
    assert [term.place for term in concept.terms] == [f"{path}:{line}" for line in (9, 12, 15, 16)]


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("preferredTerm-admn-sts", Status.PREFERRED),
        ("admittedTerm-admn-sts", Status.ADMITTED),
        ("deprecatedTerm-admn-sts", Status.DEPRECATED),
        ("supersededTerm-admn-sts", Status.DEPRECATED),
        ("standardizedTerm", Status.PREFERRED),
        ("forbidden", Status.FORBIDDEN),
    ],
)
def test_statuses(value: str, status: Status, tmp_path: Path) -> None:
    text = DCA.replace("supersededTerm-admn-sts", value).replace("preferredTerm-admn-sts", "admitted", 1)
    assert load([tbx(text, tmp_path)]).concepts[0].terms[1].status is status


@pytest.mark.parametrize(("form", "name"), [("tbx", "termNote"), ("tbx-dct", "administrativeStatus")])
def test_other_programs_see_what_is_forbidden_as_deprecated(form: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text('[[concept]]\nid = "a"\nen = { preferred = "x", forbidden = ["y"] }\nes = "z"\n', "utf-8")
    root = etree.fromstring(str(write(load([str(path)]), form).content).encode())
    assert (root.tag, root.get("style")) == ("{urn:iso:std:iso:30042:ed-2}tbx", "dct" if "dct" in form else "dca")
    statuses = [element.text for element in root.iter("{*}" + name)]
    assert statuses == ["preferredTerm-admn-sts", "deprecatedTerm-admn-sts", "preferredTerm-admn-sts"]


@pytest.mark.parametrize(
    ("was", "now", "line", "what"),
    [
        ("</tbx>", "", 19, "not well-formed XML: premature end of data"),
        ('xml:lang="ES_mx"', "", 15, "'' is not a BCP 47 language tag"),
        ('xml:lang="ES_mx"', 'xml:lang="Spanish"', 15, "'Spanish' is not a BCP 47 language tag"),
        ("supersededTerm-admn-sts", "superceded", 13, "did you mean 'superseded'?"),
        ("<term>cúmulo</term>", "<term>a</term><term>b</term>", 16, "2 terms in one termSec"),
        ("cúmulo</term>", "…</term>", 16, "'…' is not a term"),
        ("<?xml version", "\ufeff\n<?xml version", 2, "not well-formed XML"),
        ('<tbx type="TBX-Basic"', '<!DOCTYPE tbx [<!ENTITY a "b">]><tbx type="TBX-Basic"', 1, "declares XML entities"),
    ],
)
def test_a_broken_file_is_one_line(was: str, now: str, line: int, what: str, tmp_path: Path) -> None:
    path = tbx(DCA.replace(was, now), tmp_path)
    with pytest.raises(XlcheckError) as error:
        load([path])
    (fault,) = str(error.value).splitlines()
    assert fault.startswith(f"{path}:{line}: ") and what in fault


def test_nothing_outside_the_file_is_looked_at(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    entities = f'<!DOCTYPE tbx [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
    bomb = "<!DOCTYPE tbx [" + "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    bomb = bomb.replace("&e0;", "lol") + "]>"
    for declared, used, what in (
        (entities, "&s;", "declares XML entities"),
        (entities, "", "declares XML entities"),
        (bomb, "&e9;", "maximum entity amplification"),
        (bomb, "", "declares XML entities"),
    ):
        with pytest.raises(XlcheckError, match=rf"x\.tbx:1: .*{what}"):
            load([tbx(DCA.replace("<tbx", declared + "<tbx").replace("galactic", used), tmp_path)])


def test_text_that_is_no_terminology(tmp_path: Path) -> None:
    for text in ("", "<html><body/></html>", "en,vi\n"):
        with pytest.raises(XlcheckError, match=r"x\.tbx:1: (not well-formed XML|no concepts)"):
            load([tbx(text, tmp_path)])


GLOSSARY = Path(__file__).parents[2] / "glossary"
SCHEMAS = Path(__file__).parent / "schemas"
FORMS = ("tbx", "tbx-dct", "tbx-v2")


def is_valid(text: str, form: str) -> bool:
    """Whether it is TBX by the structure of the standard; `schemas/README.md` says how far that goes."""
    root = etree.fromstring(text.encode())
    if form == "tbx-v2":
        return etree.DTD(str(SCHEMAS / "martif.dtd")).validate(root)
    return etree.RelaxNG(etree.parse(SCHEMAS / "tbx.rng")).validate(root)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "source", [str(GLOSSARY), "builtin:countries", "rich"], ids=["the project's", "countries", "rich"]
)
def test_what_is_written_is_valid(source: str, form: str, tmp_path: Path) -> None:
    if source == "rich":
        source = str(tmp_path / "rich.toml")
        Path(source).write_text(
            '[[concept]]\nid = "c2"\nkind = "place"\nnote = "a <b> & c"\nsource = "x"\nzh-Hant-TW = "南海"\n'
            'en = { preferred = "A & B", forbidden = [{ text = "C", case = "exact", until = 2020-01-01 }] }\n'
            'examples = [{ language = "en", wrong = "C", right = "A & B" }]\n'
            '[[concept]]\nid = "²nd of <these>"\nen = { preferred = "x", deprecated = ["y"] }\n'
            '[[concept]]\nid = "c1"\nen = { preferred = "z", admitted = ["w"] }\n',
            "utf-8",
        )
    assert is_valid(str(write(load([source]), form).content), form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('id="c2"', 'id="c1"'),
        ('id="c2"', 'id="2"'),
        ('xml:lang="es"', ""),
        ("<term>z</term>", ""),
        ("<note>", "<remark>"),
    ],
)
def test_the_structure_is_not_any(was: str, now: str, form: str) -> None:
    concepts = (Concept("c1", "term", (Term("x", "en"), Term("z", "es"))), Concept("c2", "body", (Term("y", "en"),)))
    text = str(write(Glossary(concepts), form).content)
    assert is_valid(text, form)
    assert was in text
    broken = text.replace(was, now).replace("</note>", "</remark>" if "remark" in now else "</note>")
    assert not is_valid(broken, form)


@pytest.mark.parametrize("form", FORMS)
def test_a_real_file_comes_back_whole(form: str, shared: Path, tmp_path: Path) -> None:
    glossary = load([str(shared / "dev/tbx_samples/kde_vi_terms.tbx")])
    written = write(glossary, form)
    assert written.losses == ()
    back = load([tbx(str(written.content), tmp_path)])
    assert [(c.id, c.kind, c.note, c.terms) for c in back.concepts] == [
        (c.id, c.kind, c.note, c.terms) for c in glossary.concepts
    ]


def test_a_real_file(shared: Path) -> None:
    glossary = load([str(shared / "dev/tbx_samples/kde_vi_terms.tbx")])
    assert [len(concept.terms) for concept in glossary.concepts] == [2, 2, 3, 2]
    assert [(term.text, term.status) for term in glossary.concepts[2].terms[1:]] == [
        ("khung xem", Status.PREFERRED),
        ("xem", Status.ADMITTED),
    ]
    assert validate(glossary) == ()


def test_the_first_source_is_the_concepts(tmp_path: Path) -> None:
    file = tmp_path / "a.tbx"
    second = '<langSec xml:lang="ES_mx"><descripGrp><admin type="source">Cambridge2010</admin></descripGrp>'
    file.write_text(DCA.replace('<langSec xml:lang="ES_mx">', second), "utf-8")
    (concept,) = load([str(file)]).concepts
    assert concept.source == "Oxford2007"
