"""Cells of the register's and the gazetteer's tables."""


def parts(cell: str) -> tuple[str, ...]:
    """The items of a cell that lists several, parted by semicolons."""
    return tuple(item.strip() for item in cell.split(";") if item.strip())
