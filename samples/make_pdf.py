"""Writes reports/iomor-situation-report-11.pdf: two pages, set line by line so that its breaks are where we want them.

A sentence runs over the page break, two words are hyphenated at a line end ("hu-/manitarian", "evac-/uated"), and each
page has a header and a footer: what a reader of PDF has to undo. Run it with the project's interpreter:
``.venv/bin/python samples/make_pdf.py [OUT]``. Needs reportlab (in the ``dev`` extra). Same bytes on every run.
"""

import sys
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

TARGET = Path(__file__).parent / "reports" / "iomor-situation-report-11.pdf"
HEADER = "International Observer Mission in Orrenia (IOMOR) - Situation Report No. 11"
FOOTER = "IOMOR Public Information Office, Halvek - figures are provisional - page {page} of 2"
TITLE = "Situation Report No. 11: Sefrin and Tirmok provinces"
META = "Reporting period: 7 to 20 March 2031\nIssued in Halvek on Thursday, 20 March 2031\n"

PAGE_ONE = """\
HIGHLIGHTS

The hostage crisis at the Kolvarra phosphate works ended on 8 March when government
forces entered the site. Two towns were struck from the air, Dessan on 12 March and
Tirmok on 17 March. An estimated 6,400 people have been displaced since 1 March.

KOLVARRA

The Government has informed the Mission that 17 hostages and 26 members of the Banner
of the Highlands were killed. A Mission team that visited Kolvarra on 11 March counted
23 fresh graves and was told by hospital staff that two of the dead were not workers. Five
workers remain unaccounted for. The Mission is not in a position to establish who killed
the hostages. The Government has not yet granted access to the drying hall, where the hu-
manitarian organisation Relief Bridge believes that more bodies may be found.

DESSAN

On 12 March at about 0910 hours two bombs fell on the Qarn market. According to the
director of Dessan General Hospital, 16 people died. Relief Bridge put the toll at 18,
including five children. The Highland Liberation Front, which controls the area, has
alleged that 31 civilians were killed; it had provided no list by the time of reporting.
The Ministry of Defence denied any air activity over Dessan. Fragments seen by Mission
observers on 15 March are consistent with an aircraft bomb. The Mission therefore
considers it likely that the market was struck by a military aircraft and has requested
the flight records of the air force for that day, which the Ministry,
""".rstrip("\n")

PAGE_TWO = """\
citing security, has refused to hand over.

TIRMOK

On the night of 17 March three bombs hit the Railway District clinic and its yard. The
Mission confirmed the deaths of seven people, among them two nurses. One of the
seven died of wounds in Halvek two days later. The Government stated that up to
20 combatants were killed at the goods station nearby. Observers who reached the
station on 20 March found a burned warehouse and no bodies. Some 40 patients were evac-
uated to Gorvane.

ARMED GROUPS AND ARMS

The Front and the Banner of the Highlands clashed near Gorvane on 9 and 10 March,
reportedly over control of the road to the Sefrin pass. At least 12 fighters were killed on
both sides. Elders of the Teshkal community told the Mission that several hundred
young men have joined the Front since the strike on Dessan. The Mission observed six
covered trucks entering from Ardesh on 13 March. Ardesh stated that they carried grain.

PROTECTION AND DIALOGUE

The head of the Mission, Adaeze Lindqvist, met President Ilian Maresh on 19 March and
General Tovar Kelesh, the Front's commander, on 14 March. Both said that they were
willing to discuss an exchange of prisoners. She warned that a siege of Dessan would
be a catastrophe and appealed to all parties to respect the Nakhor accord of 2019.
""".rstrip("\n")


def _page(canvas: Canvas, number: int, blocks: list[tuple[str, int, float, str]]) -> None:
    """One page: header, blocks of (font, size, leading in points, lines) from the top down, footer."""
    canvas.setFont("Helvetica", 8)
    canvas.drawString(70, 800, HEADER)
    y = 760.0
    for font, size, leading, text in blocks:
        for line in text.split("\n"):
            canvas.setFont("Helvetica-Bold" if line.isupper() else font, size)
            canvas.drawString(70, y, line)
            y -= leading
    canvas.setFont("Helvetica", 8)
    canvas.drawString(70, 40, FOOTER.format(page=number))
    canvas.showPage()


def write(target: Path) -> None:
    """Write the report to ``target``."""
    canvas = Canvas(str(target), pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(TITLE)
    canvas.setAuthor("IOMOR Public Information Office")
    head = [("Helvetica-Bold", 15, 26.0, TITLE), ("Helvetica", 10, 15.0, META)]
    _page(canvas, 1, [*head, ("Helvetica", 11, 21.0, PAGE_ONE)])
    _page(canvas, 2, [("Helvetica", 11, 21.0, PAGE_TWO)])
    canvas.save()


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
