"""English or not, with the reason."""

import pytest

from rashomon.read.language import language_of


@pytest.mark.parametrize(
    ("text", "language", "why"),
    [
        ("The army said that it was in the town and would stay there for now", "en", ""),
        ("L'armée est dans la ville et les soldats sont sur les routes avec le maire", None, "looks like French"),
        ("El ejército está en la ciudad y los soldados se fueron por la carretera del sur", None, "looks like Spanish"),
        (
            "قالت الحكومة إن اثني عشر شخصا قتلوا",
            None,
            "written in Arabic script; the built-in model reads English only",
        ),
        ("Губернатор заявил, что ранены", None, "written in Cyrillic script"),
        ("Bamako", None, "too short to tell"),
        ("12 34 !!", None, "no letters"),
        ("wug dax blick toma fep zib norp quan", None, "only 0 % of its words"),
    ],
)
def test_language_is_told_with_its_reason(text, language, why):
    found, reason = language_of(text)
    assert found == language
    assert why in reason.replace("0%", "0 %")
