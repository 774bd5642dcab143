// What all rows have in common in Python (src/rashomon/show/page/data_row.py): nothing that the page has to know.

export {};
