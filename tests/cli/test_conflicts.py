"""``cxo conflicts``; test_share.py settles real ones between two workspaces."""


def test_without_any_the_list_is_empty(sample_cxo):
    assert sample_cxo.json("conflicts", "list") == []
    assert sample_cxo("conflicts", "list").stdout == ""


def test_a_wrong_number_or_choice_is_told(sample_cxo):
    sample_cxo("conflicts", "resolve", 7, "--keep", "mine", expect=4)
    sample_cxo("conflicts", "resolve", 7, "--keep", "none", expect=2)
