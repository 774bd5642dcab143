"""What ``rashomon show`` can show, and each of them as rows."""

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from rashomon.records import Record

SUBJECTS: Final = ("summary", "documents", "document", "incidents", "claims", "actors", "places", "ties", "changes",
                   "balance", "flows", "causes", "outlets", "figures", "disagreements")  # fmt: skip


def rows(record: "Record", subject: str, name: str | None) -> Any:
    """What ``--json`` prints of a subject: rows, or the counts of the summary."""
    from rashomon.engine import analyses
    from rashomon.show import summary, tables
    from rashomon.show.analyses import balance_rows
    from rashomon.show.comparison import compare_rows, pair_rows
    from rashomon.show.lookup import Lookup

    if subject == "summary":
        return summary.counts(record)
    if subject == "document":
        return tables.document_rows(record, name or "")
    if subject == "balance":
        return balance_rows(Lookup(record), analyses.balance(record))
    if subject == "outlets":
        pairs = analyses.outlets(record)
        return compare_rows(Lookup(record), pairs, name) if name else pair_rows(Lookup(record), pairs)
    return tables.rows(record, subject)  # type: ignore[arg-type]
