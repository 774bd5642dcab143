"""What the pages must prove, sentence by sentence, and the tests that prove each of them.

A test without a file is one of `tests/pages`. All of those open their page six times, at 1440, 1000 and 390 px in light
and dark (`every_look`); where a phone shows its parts one at a time they go from part to part as its reader would. That
nothing is requested, logged or thrown is asserted by the fixture `open_page` for whatever is opened through it.
"""

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
NO_FAULT = (
    "test_page.py::test_a_view_has_no_fault",
    "test_causes.py::test_a_view_has_no_fault",
    "test_explore_views.py::test_a_full_page_has_no_fault",
    "test_outlets.py::test_a_view_has_no_fault",
    "test_methods.py::test_a_view_has_no_fault",
)
PROOFS: dict[str, tuple[str, ...]] = {
    # every page
    "no console error, no request except the own file": NO_FAULT,
    "axe finds nothing; nothing is wider than the window": (
        *NO_FAULT,
        "test_search.py::test_the_search_is_accessible_and_fits",
        "test_static_dossier.py::test_the_page_has_no_fault",
    ),
    "it goes by keys alone": (
        *NO_FAULT,
        "test_explore_views.py::test_arrows_and_letters_walk_the_rows_and_back_returns",
        "test_incident.py::test_keys_walk_claims_highlights_and_reports",
        "test_incident.py::test_arrows_walk_the_accounts_and_enter_picks_one",
        "test_doc.py::test_highlights_are_walked_with_their_number",
        "test_network.py::test_the_graph_can_be_walked_by_keys_alone",
        "test_outlets.py::test_rows_are_walked_by_keys",
        "test_methods.py::test_every_key_does_something",
        "test_static_dossier.py::test_the_page_has_no_fault",
    ),
    "a reload of the address restores the view": (
        *NO_FAULT,
        "test_explore.py::test_the_address_restores_the_view",
        "test_incident.py::test_the_address_brings_back_the_view",
        "test_outlets.py::test_outlets_are_pinned_by_keyboard_and_the_address_keeps_them",
    ),
    # Explore
    "brush by mouse, keys and date fields give one count in title, map, list and CSV": (
        "test_explore.py::test_mouse_keys_and_fields_give_one_count",
    ),
    "other filters reshape the bars": ("test_explore.py::test_other_filters_reshape_the_bars_and_the_window_does_not",),
    "a chip taken off restores": ("test_explore.py::test_a_chip_taken_off_restores_what_was",),
    "the export is the screen row for row": ("test_explore.py::test_the_export_is_the_screen_row_for_row",),
    "20,000 incidents: a step of the brush below 250 ms, fewer than 2,000 elements": (
        "test_explore_views.py::test_twenty_thousand_incidents_take_few_elements_and_quick_steps",
    ),
    "the map is there, on a phone too": ("test_explore_views.py::test_the_map_is_there_at_every_width",),
    # Incident
    "pointing at and picking any claim outlines exactly its words": (
        "test_incident.py::test_looking_at_any_claim_outlines_exactly_its_words",
        "test_incident.py::test_picking_any_claim_brings_its_sentence_into_sight",
        "test_doc.py::test_every_claim_of_a_report_outlines_exactly_its_words",
    ),
    "also Arabic, Cyrillic, after emoji, overlapping": (
        "test_doc.py::test_words_of_every_script_are_outlined_beside_the_text",
        "test_doc.py::test_words_of_every_script_are_outlined_for_accounts",
    ),
    "strips stand in the order of their values": ("test_incident.py::test_strips_stand_in_the_order_of_their_values",),
    "low, best and high are in order": ("test_incident.py::test_low_best_and_high_are_in_order",),
    "“at least” has an open end": ("test_incident.py::test_an_open_figure_runs_to_the_end_of_its_rail",),
    # Document
    "a changed text gives the message and no highlight": (
        "test_doc.py::test_a_changed_text_is_not_highlighted_and_says_so",
        "test_incident_states.py::test_a_changed_text_is_not_highlighted_and_says_so",
    ),
    "500 paragraphs scroll smoothly": ("test_doc.py::test_five_hundred_paragraphs_come_in_batches_and_scroll",),
    # Network
    "the number of ties at a day is the record's": ("test_network.py::test_ties_up_to_a_day_are_those_of_the_record",),
    "a pair with both signs shows two lines": ("test_network.py::test_both_signs_of_a_pair_are_two_parallel_lines",),
    "nobody moves while time does": ("test_network.py::test_nobody_moves_while_time_does",),
    "the rows of the table are the lines": (
        "test_network_files.py::test_table_matrix_and_files_hold_the_lines_of_the_graph",
    ),
    "signs are told apart without colour": ("test_network_grey.py::test_signs_differ_without_any_colour",),
    # Outlets
    "a pair is the same from the other side, mirrored": (
        "test_outlets.py::test_a_pair_is_the_same_from_the_other_side_mirrored",
    ),
    "blank is not 0": ("test_outlets.py::test_blank_is_not_0",),
    "too few to compare is said": ("test_outlets.py::test_too_few_incidents_are_said_and_the_numbers_shown",),
    # Report
    "without scripts the static twin has every sentence": (
        "test_shell.py::test_without_scripts_the_twin_has_every_sentence",
    ),
    "hostile text is inert, in files too": (
        "test_shell.py::test_hostile_text_is_inert_and_shown_on_every_page",
        "test_shell.py::test_files_of_hostile_pages_run_nothing_in_a_spreadsheet",
    ),
    "a strict policy": (
        "test_policy.py::test_the_policy_of_the_page_lets_nothing_else_run_or_load",
        "test_policy.py::test_a_tampered_program_does_not_run",
    ),
    "the print has every sentence and its strips": ("test_print.py::test_the_print_has_all_sentences_and_strips",),
    "program and style keep to 250 KiB": ("show/page/test_shell.py::test_program_and_style_keep_to_their_size",),
    # Methods
    "licences and the map's note are in the report and in the wheel": (
        "test_methods.py::test_the_page_says_everything",
        "house/test_supply.py::test_what_is_built_into_the_page_is_in_the_notice",
        "show/page/test_shell.py::test_every_file_that_the_package_reads_is_named_to_be_shipped",
    ),
    # all drawings
    "three drawings as text: range, strip, pair of ties": (
        "show/test_glyphs.py::test_range_glyph_is_rail_span_caps_and_diamond",
        "show/test_glyphs.py::test_strip_of_an_open_figure_runs_to_the_end_over_the_band",
        "show/test_glyphs.py::test_a_pair_with_both_signs_is_two_parallel_lines",
    ),
}


@cache
def decorators(file: Path) -> dict[str, set[str]]:
    """The tests of a file, each with the names among its decorators."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {
        node.name: {ast.unparse(one) for one in node.decorator_list}
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }


@pytest.mark.parametrize("sentence", PROOFS)
def test_each_sentence_has_its_tests_in_every_look(sentence: str) -> None:
    for proof in PROOFS[sentence]:
        file, name = proof.split("::")
        opens = "/" not in file
        found = decorators((TESTS / "pages" if opens else TESTS) / file)
        assert name in found, proof
        assert not opens or "every_look" in found[name], proof
