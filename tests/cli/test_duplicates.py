"""What is there twice is made one from the command line as well."""


def test_a_pair_is_listed_made_one_and_what_has_no_home_told(sample_cxo):
    first = sample_cxo.json("records", "tool", "list")[0]
    name = first["name"]
    sample_cxo("records", "tool", "add", f"name={name}")
    [pair] = sample_cxo.json("duplicates", "list")
    assert (pair["kind"], pair["first"]) == ("tool", first["id"])
    done = sample_cxo.json("duplicates", "merge", pair["second"], pair["first"])
    assert done == {"kept": pair["first"], "gone": pair["second"]}
    sample_cxo("duplicates", "apart", pair["first"], pair["second"], expect=4)
