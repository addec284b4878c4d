"""A finding about lists of members tells the lists that disagree, and no claim."""

from pathlib import Path

from factcheck.check import check
from factcheck.report.build import build_report
from factcheck.report.model import Finding
from tests.publish.package import Small, write_small

SOURCES = "source_id,title\n" + "".join(f"s{number},Post\n" for number in range(1, 6))
NAMES = ("acme", "bolt", "corp", "trio", *(f"m{number:02}" for number in range(30)))
ENTITIES = "entity_id,label\n" + "".join(f"{name},{name}\n" for name in NAMES)
LISTS = """\
group_id,member_id,source_id,open
trio,acme,s1,
trio,bolt,s1,
trio,acme,s2,
trio,bolt,s2,
trio,bolt,s3,
trio,corp,s3,
trio,acme,s4,true
trio,corp,,
"""
RULE = 'rule lists "Lists"\n  check members agree\n'


def finding(folder: Path, lists: str, rule: str = RULE) -> tuple[Small, Finding]:
    """The one finding over the lists, with three claims about the group."""
    small = write_small(folder)
    for name, text in (("sources", SOURCES), ("entities", ENTITIES), ("memberships", lists)):
        small.table(name).write_text(text, encoding="utf-8")
    claims = small.table("claims")
    claims.write_text(claims.read_text(encoding="utf-8").replace("acme", "trio"), encoding="utf-8")
    (small.folder / "rules" / "money.rules").write_text(rule, encoding="utf-8")
    entry = {"name": "memberships", "path": "data/memberships.csv"}
    small.change(resources=[*small.descriptor["resources"], entry])
    report = build_report(check(str(small.folder)))
    assert () == report.problems
    (found,) = report.findings
    return small, found


def test_the_lists_that_disagree_are_told_with_their_rows(tmp_path: Path) -> None:
    small, found = finding(tmp_path, LISTS)
    path = small.table("memberships")
    expected = (
        f"s1 lists acme, bolt ({path}:2, 3)",
        f"s2 lists acme, bolt ({path}:4, 5)",
        f"s3 lists bolt, corp ({path}:6, 7)",
        f"s4 lists acme among others ({path}:8)",
    )
    assert expected == found.notes


def test_a_message_that_counts_claims_has_them_told(tmp_path: Path) -> None:
    rule = RULE.replace("check", "let n = count(claims)\n  check") + '  message "of {n} claims"\n'
    _, found = finding(tmp_path, LISTS, rule)
    assert ("of 3 claims", 3) == (found.message, len(found.claims))


def test_a_list_that_agrees_with_all_is_not_told(tmp_path: Path) -> None:
    also = LISTS.replace("trio,acme,s4,true", "trio,bolt,s4,true")
    _, found = finding(tmp_path, also)
    assert ["s1", "s2", "s3"] == [note.split()[0] for note in found.notes]


def test_no_claim_about_the_group_has_to_do_with_it(tmp_path: Path) -> None:
    _, found = finding(tmp_path, LISTS)
    assert ("violated", ()) == (found.verdict, found.claims)


def test_a_rule_that_compares_claims_as_well_tells_them(tmp_path: Path) -> None:
    rule = "rule lists check members agree and count(claims) > 9"
    _, found = finding(tmp_path, LISTS, rule)
    assert ["c1", "c2", "c3"] == [one.claim.id for one in found.claims]


def test_another_member_makes_another_finding_and_another_line_does_not(tmp_path: Path) -> None:
    header, *rows = LISTS.splitlines()
    turned = "\n".join((header, *reversed(rows))) + "\n"
    other = LISTS.replace("trio,corp,s3", "trio,m01,s3")
    texts = {"first": LISTS, "turned": turned, "other": other}
    told = {name: finding(tmp_path / name, text)[1].figures for name, text in texts.items()}
    assert (told["first"], 2) == (told["turned"], len(set(told.values())))


def test_long_lists_are_cut(tmp_path: Path) -> None:
    rows = "".join(f"trio,m{number:02},s1,\n" for number in range(30))
    _, found = finding(tmp_path, LISTS + rows)
    assert "m17 and 12 more (" in found.notes[0]
