"""Word files: text in document order; bombs and damage refused before anything is unpacked."""

import pytest


def p(text, style=None):
    mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{mark}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_paragraphs_tables_and_styles(one, docx, body):
    inner = (
        p("Bridge shelled", "Title")
        + p(body)
        + f"<w:tbl><w:tr><w:tc>{p('Twelve were wounded.')}</w:tc></w:tr></w:tbl>"
        + "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>Put in.</w:t></w:r></w:ins></w:p>"
        + "<w:p><w:hyperlink><w:r><w:t>A link.</w:t><w:br/><w:t>A line.</w:t></w:r></w:hyperlink></w:p>"
        + p("The bridge on Monday", "Caption")
    )
    document = one(docx(inner), "a.docx")
    assert document.title == "Bridge shelled"
    assert document.text.split("\n\n")[1:] == [
        *(body, "Twelve were wounded.", "Put in.", "A link.", "A line.", "The bridge on Monday")
    ]
    assert document.regions[-1].kind == "caption"


def test_text_boxes_come_once(one, docx):
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    inner = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='x'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>Around it.</w:t></w:r></w:p>"
    )
    assert one(docx(inner), "a.docx").text == "Around it.\n\nIn the box."


@pytest.mark.parametrize(
    ("extra", "problem"),
    [
        ([("word/bomb.xml", "0" * 20_000_000)], "unpacks to more than 200 times its size; refused as a bomb"),
        ([(f"word/{i}.xml", "") for i in range(10_001)], "holds 10,004 members; a DOCX may have 10,000"),
    ],
)
def test_bombs(why, docx, extra, problem):
    assert why(docx(p("x"), extra), "bomb.docx") == f"bomb.docx: {problem}"


def test_size_cap(why, docx):
    assert "unpacks to" in why(docx(p("x" * 2000)), "a.docx", max_unpacked=1000)


@pytest.mark.parametrize("cut", [300, -30])
def test_damage(why, docx, cut):
    assert "is a damaged DOCX" in why(docx(p("x"))[:cut] + b"word/document.xml", "a.docx")


def test_entities_are_not_expanded(read, docx):
    data = docx(p("&lol;")).replace(b"<w:document", b"<w:document")
    (entry,) = read(data, "a.docx")
    assert "is a damaged DOCX" in entry.problem
