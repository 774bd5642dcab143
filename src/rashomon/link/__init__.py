"""Event claims become incidents: which tell of one happening, which reports are one origin, and why.

The way through: `account.accounts` reads off what each event claim tells; `within.pairs` and `keys.candidate_pairs`
name the pairs worth judging; `linker.Linker` judges them, feature by feature; `origins` finds reprints;
`clusters.incidents` groups what was judged the same. `steps.judge` composes them for a whole case.
"""
