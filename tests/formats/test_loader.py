"""The strict loader: every fault names file, line, key and what is expected; the rest keeps working."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planbureau import resources
from planbureau.errors import FormatError, NotFoundError
from planbureau.formats import FormatLibrary, check_file, from_text, load_formats

FolderMaker = Callable[..., Path]

GOOD = """\
id = "eigen"
version = 1
title = "Eigen plan"
regimes = ["wmo"]
deadlines = ["WMO-05"]
[[flag]]
id = "nachtzorg"
label = "Er is zorg in de nacht"
[[section]]
id = "een"
title = "Een"
[[section.question]]
id = "soort"
kind = "choice"
label = "Welk soort"
options = [{ id = "a", label = "A" }, { id = "b", label = "B" }]
[[section.question]]
id = "uitleg"
kind = "long_text"
label = "Uitleg"
"""
LAST = GOOD.count("\n")
RULES = frozenset({"WMO-05", "WMO-06"})
CHECKS = frozenset({"kindcheck"})


def _load(folder: Path) -> FormatLibrary:
    return load_formats([folder], RULES, CHECKS)


def test_a_good_file_has_no_problem(folder: FolderMaker) -> None:
    library = _load(folder(eigen=GOOD))
    assert library.problems == ()
    assert library.get("eigen").title == "Eigen plan"


QUESTION = 'kind = "long_text"\nlabel = "Uitleg"\n'
COLUMN = 'label = "Uitleg"\n[[section.question.column]]\nid = "k"\nlabel = "K"\n'
TABLE = f'kind = "table"\n{COLUMN}'
DOMAIN = f'kind = "life_domain"\ndomain_set = "GHZ8"\n{COLUMN}'
"""The question "uitleg" with one column, of which the next line is a key."""


@pytest.mark.parametrize(
    ("extra", "line", "key", "words"),
    [
        ("verplicht = true", 1, "verplicht", ["in een vraag", "Mogelijk is:"]),
        ("labl = 'x'", 1, "labl", ["Bedoel je 'label'?"]),
        ("required = 'adopt'", 1, "required", ["'required' bestaat niet"]),
        ("help = 3", 1, "help", ["een tekst tussen aanhalingstekens"]),
        ("easy = 'ja'", 1, "easy", ["true of false"]),
        ("soft_limit = '500'", 1, "soft_limit", ["een heel getal"]),
        ("soft_limit = true", 1, "soft_limit", ["een heel getal"]),
        ("soft_limit = -1", 1, "soft_limit", ["vanaf 0"]),
        ("need = 'adopted'", 1, "need", ["Bedoel je 'adopt'?"]),
        ("voice = 'clint'", 1, "voice", ["Bedoel je 'client'?"]),
        ("editions = ['easi']", 1, "editions", ["Bedoel je 'easy'?"]),
        ("editions = 'easy'", 1, "editions", ["een lijst van teksten"]),
        ("editions = [1]", 1, "editions", ["alleen teksten"]),
        ("domain_set = 'GHZ8'", 1, "domain_set", ["hoort niet bij het soort 'long_text'"]),
        ("many = true", 1, "many", ["wel bij: person"]),
        ("bind = 'client.birthdate'", 1, "bind", ["client.birth_date"]),
        ("bind = 'trigger.'", 1, "bind", ["'trigger.' is niet bekend"]),
        ("checks = ['kindchek']", 1, "kindchek", ["de controle 'kindchek'", "Bedoel je 'kindcheck'?"]),
        ("reason_instead = 'reden'", 1, "reden", ["de vraag 'reden' bestaat niet"]),
        ("need_when = { regime = 'wmo' }", 1, "need_when", ["hoort need"]),
        ("when = 'altijd'", 1, "when", ["een tabel"]),
        ("when = {}", 1, "", ["precies één van deze woorden"]),
        ("when = { vlag = 'nachtzorg' }", 1, "vlag", ["Bedoel je 'flag'?"]),
        ("when = { flag = 'nachtzorg', regime = 'wmo' }", 1, "", ["precies één"]),
        ("when = { flag = 'nachtzorg', at_least = 2 }", 1, "at_least", ["'at_least' bestaat niet"]),
        ("when = { flag = 'nachtzrg' }", 1, "flag", ["Bedoel je 'nachtzorg'?"]),
        ("when = { regime = 'wlz' }", 1, "regime", ["staat niet bij dit plantype"]),
        ("when = { regime = 'awbz' }", 1, "regime", ["de wet 'awbz' is niet bekend"]),
        ("when = { fact = 'organisation' }", 1, "fact", ["Bedoel je 'organisations'?"]),
        ("when = { fact = 'members', at_least = 0 }", 1, "at_least", ["vanaf 1"]),
        ("when = { filled = 'sort' }", 1, "sort", ["Bedoel je 'soort'?"]),
        ("when = { answer = 'soort' }", 1, "is", ["hoort 'is'"]),
        ("when = { answer = 'soort', is = [] }", 1, "is", ["hoort 'is'"]),
        ("when = { answer = 'soort', is = ['c'] }", 1, "is", ["'c' is geen antwoord op 'soort'"]),
        ("when = { all = [] }", 1, "all", ["minstens één voorwaarde"]),
        ("when = { any = ['x'] }", 1, "any", ["alleen tabellen"]),
        ("when = { not = { filled = 'uitleg' } }", 1, "uitleg", ["hangt van haarzelf af"]),
        ("options = [{ id = 'a', label = 'A', when = { flag = 'pgb' } }]", 1, "options", ["hoort niet bij"]),
        ("options = [{ id = 'a', label = 'A', when = { flag = 'pgb' } }]", 1, "when", ["soort 'choice'"]),
        ("hidden_parts = ['how_often']", 1, "hidden_parts", ["hoort niet bij"]),
    ],
)
def test_a_fault_in_a_question_names_line_and_key(
    folder: FolderMaker, extra: str, line: int, key: str, words: list[str]
) -> None:
    library = _load(folder(eigen=GOOD + extra + "\n"))
    assert library.formats == ()
    problem = next(p for p in library.problems if p.key == key)
    assert problem.file == "eigen.toml"
    own_line = LAST - 2 if "haarzelf" in words[0] else LAST + line  # of a circle: the question itself
    assert problem.line == own_line, str(problem)
    assert str(problem).startswith(f"eigen.toml, regel {own_line}: ")
    for word in words:
        assert word in problem.text, problem.text


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('id = "eigen"', 'id = "Eigen plan"', 1, "kan geen id zijn"),
        ('id = "eigen"\n', "", 0, "een plantype moet 'id' hebben"),
        ("version = 1", "version = 0", 2, "vanaf 1"),
        ("version = 1", "versie = 1", 2, "Bedoel je 'version'?"),
        ("version = 1", "version = 1\nsubject = 'kind'", 3, "'kind' kan niet bij 'subject'"),
        ("version = 1", "version = 1\ngoal_library = 'no'", 3, "'offered' of 'on_request'"),
        ('regimes = ["wmo"]\n', "", 0, "onder welke wetten"),
        ('regimes = ["wmo"]', 'regimes = ["wmoo"]', 4, "Bedoel je 'wmo'?"),
        ('["WMO-05"]', '["WMO-5"]', 5, "Bedoel je 'WMO-05'?"),
        ('["WMO-05"]', '["WMO-05"]\nflags = ["pgbb"]', 6, "de vlag 'pgbb' is niet bekend"),
        ('["WMO-05"]', '["WMO-05"]\nflags = "pgb"', 6, "een lijst van teksten"),
        ('["WMO-05"]', '["WMO-05"]\nremoved = ["soort"]', 6, "staat in 'removed'"),
        ('["WMO-05"]', '["WMO-05"]\nrenamed = { oud = "nieuw" }', 6, "die vraag is er niet"),
        ('["WMO-05"]', '["WMO-05"]\nrenamed = { soort = "uitleg" }', 6, "is hernoemd"),
        ('["WMO-05"]', '["WMO-05"]\nrenamed = { oud = 1 }', 6, "moet een tekst zijn"),
        ('["WMO-05"]', '["WMO-05"]\n[[gate]]\ncheck = "x"', 7, "de controle 'x' bestaat niet"),
        ('label = "Er is zorg in de nacht"', "", 6, "een [[flag]] moet 'label' hebben"),
        ('id = "een"\n', "", 9, "een hoofdstuk moet 'id' hebben"),
        ('id = "een"', 'id = "kader"', 10, "het hoofdstuk 'kader' bestaat al"),
        ('id = "uitleg"', 'id = "soort"', 18, "de vraag 'soort' bestaat al"),
        ('id = "uitleg"', 'id = "kader"', 18, "de vraag 'kader' bestaat al"),
        ('kind = "long_text"', 'kind = "longtext"', 19, "Bedoel je 'long_text'?"),
        ('kind = "long_text"', 'kind = "frame"', 19, "maakt het programma zelf"),
        ('kind = "long_text"', 'kind = "table"', 19, "heeft 'column' nodig"),
        ('kind = "long_text"', 'kind = "choice"', 19, "heeft 'options' nodig"),
        ('{ id = "b", label = "B" }', '{ id = "a", label = "B" }', 16, "het antwoord 'a' staat er twee keer"),
        ('{ id = "b", label = "B" }', '{ id = "b" }', 16, "een antwoord moet 'label' hebben"),
        ('label = "B" }', 'label = "B", when = { flag = "nachtzrg" } }', 16, "Bedoel je 'nachtzorg'?"),
        ('label = "B" }', 'label = "B", wanneer = { flag = "nachtzorg" } }', 16, "de sleutel 'wanneer'"),
        ('label = "B" }', 'label = "B", when = { filled = "soort" } }', 13, "hangt van haarzelf af"),
        (QUESTION, TABLE + 'when = { flag = "nachtzrg" }\n', 24, "Bedoel je 'nachtzorg'?"),
        (QUESTION, TABLE + 'when = { filled = "uitleg" }\n', 18, "hangt van haarzelf af"),
        (QUESTION, TABLE + "wanneer = 1\n", 24, "de sleutel 'wanneer'"),
        (QUESTION, DOMAIN + 'when = { flag = "nachtzorg" }\n', 25, "kan alleen bij een vraag van"),
        ('kind = "long_text"\n', "", 17, "een vraag moet 'kind' hebben"),
        ('kind = "long_text"', 'kind = "getal"', 19, "Bedoel je 'number'?"),
        ('kind = "long_text"', 'kind = "tekst"', 19, "Bedoel je 'short_text' of 'long_text'?"),
        ('kind = "long_text"', 'kind = "long_text"\nneed = true', 20, '"adopt", "advised", "free"'),
        ('[[section.question]]\nid = "uitleg"', '[[question]]\nid = "uitleg"', 17, "[[section.question]]"),
        ('["WMO-05"]', '["WMO-05"]\n[[option_list]]\nid = "x"', 6, "waarvan de naam met _ begint"),
        ('{ id = "b", label = "B" }', '"b"', 16, 'alleen tabellen bevatten, zoals { id = "ja"'),
        ('title = "Een"', 'title = "Een"\nuse = "RIS"', 12, "het blok 'RIS' bestaat niet"),
        ('"WMO-05"', '"wmo-05"', GOOD[: GOOD.index("deadlines")].count("\n") + 1, "Bedoel je 'WMO-05'?"),
    ],
)
def test_a_fault_elsewhere_names_the_line(
    folder: FolderMaker, old: str, new: str, line: int, words: str
) -> None:
    library = _load(folder(eigen=GOOD.replace(old, new, 1)))
    assert library.formats == ()
    problems = [p for p in library.problems if words in p.text]
    assert [problem.line for problem in problems] == [line], [str(p) for p in library.problems]


def test_all_faults_of_a_file_are_found_at_once(folder: FolderMaker) -> None:
    library = _load(folder(eigen=GOOD + "labl = 'x'\nneed = 'ooit'\nmany = true\n"))
    assert len(library.problems) == 3


def test_a_broken_file_leaves_the_others_alone(folder: FolderMaker) -> None:
    library = _load(folder(eigen=GOOD, stuk='id = "stuk"\ntitle = "\n'))
    assert [plan.id for plan in library.all()] == ["eigen"]
    (problem,) = library.problems
    assert str(problem).startswith("stuk.toml, regel 2: dit is geen geldige TOML. ")


@pytest.mark.parametrize(
    "odd", ["2026-01-01", "2026-01-01T10:00:00", "10:00:00", "nan", "[[1]]", "{ a = 1 }"]
)
def test_a_value_of_a_strange_kind_is_a_fault_of_that_line(folder: FolderMaker, odd: str) -> None:
    """A day is a value in TOML: it once kept every vault shut, because the program could not load."""
    library = _load(folder(eigen=GOOD, stuk=GOOD.replace('"eigen"', '"stuk"').replace('"Uitleg"', odd)))
    assert [plan.id for plan in library.all()] == ["eigen"]
    (problem,) = library.problems
    assert (problem.file, problem.line) == ("stuk.toml", LAST)


@pytest.mark.parametrize("key", ["use", "options_from", "domain_set", "when", "kind", "id"])
def test_a_strange_value_of_any_key_keeps_the_others(folder: FolderMaker, key: str) -> None:
    other = GOOD.replace('"eigen"', '"stuk"')
    for odd in ("2026-01-01", "{}", "[[1]]", "[{ a = 1 }]", "nan", "-1"):
        library = _load(folder(eigen=GOOD, stuk=f"{other}{key} = {odd}\n"))
        assert [plan.id for plan in library.all()] == ["eigen"], odd
        assert library.problems


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("title = “Weekend”", 'Gebruik rechte aanhalingstekens: "zo".'),
        ("easy = ja", "Ja en nee schrijf je als true en false."),
        ("[section]", "dubbele haken: [[section]]"),
        ("title = 'Weekend", "de regel erboven"),
    ],
)
def test_what_is_no_toml_gets_a_hint(folder: FolderMaker, line: str, hint: str) -> None:
    (problem,) = _load(folder(eigen=GOOD + line + "\nhelp = ''\n")).problems
    assert problem.line == LAST + 1
    assert hint in problem.text


def test_a_file_that_is_no_text_is_told_about(folder: FolderMaker) -> None:
    path = folder(eigen=GOOD)
    (path / "plaatje.toml").write_bytes(b"\x89PNG\xff")
    library = _load(path)
    assert [p.text for p in library.problems] == ["dit bestand is geen UTF-8. Bewaar het als UTF-8."]
    assert len(library.formats) == 1


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    library = _load(tmp_path / "weg")
    assert (library.formats, library.problems) == ((), ())


def test_versions_live_side_by_side_and_the_newest_counts(folder: FolderMaker) -> None:
    second = GOOD.replace("version = 1", "version = 2").replace("Eigen plan", "Eigen plan, nieuw")
    library = _load(folder(eigen=GOOD, eigen_2=second))
    assert library.problems == ()
    assert library.get("eigen").version == 2
    assert library.get("eigen", 1).title == "Eigen plan"
    assert [plan.version for plan in library.all()] == [2]
    with pytest.raises(NotFoundError, match="'eigen', versie 3"):
        library.get("eigen", 3)
    with pytest.raises(NotFoundError, match="Plannen van dit type blijven bewaard"):
        library.get("anders")


def test_the_same_version_twice_is_a_fault_of_the_second(folder: FolderMaker) -> None:
    library = _load(folder(a=GOOD, b=GOOD))
    assert [(p.file, p.key) for p in library.problems] == [("b.toml", "id")]
    assert len(library.formats) == 1


def test_texts_from_elsewhere_load_like_files(tmp_path: Path) -> None:
    library = load_formats([tmp_path], RULES, CHECKS, {"uit de kluis": GOOD, "kapot": "x"})
    assert [plan.id for plan in library.formats] == ["eigen"]
    assert [p.file for p in library.problems] == ["kapot"]


def test_a_format_of_the_organisation_uses_the_shipped_blocks(folder: FolderMaker) -> None:
    own = (
        GOOD
        + '[[section]]\nuse = "RIS"\n[section.change.risicos]\nneed = "free"\nwithout = ["reason_instead"]\n'
    )
    library = load_formats([resources.path("formats"), folder(eigen=own)], RULES, CHECKS)
    question = library.get("eigen").question("risicos")
    assert question.need.value == "free"
    assert question.reason_instead == ""
    assert library.get("eigen").sections[-1].block == "RIS"


@pytest.mark.parametrize(
    ("use", "line", "words"),
    [
        ('use = "RISK"', 2, "Bedoel je 'RIS'?"),
        ('use = ["RIS", "XYZ"]', 2, "het blok 'XYZ' bestaat niet"),
        ("use = 3", 2, "een tekst tussen aanhalingstekens"),
        ('use = "RIS"\nleave_out = ["risico"]', 3, "Bedoel je 'risicos'?"),
        ('use = "RIS"\nwen = 1', 3, "Bedoel je 'when'?"),
        ('use = "RIS"\n[section.change.risico]\nneed = "free"', 3, "Bedoel je 'risicos'?"),
        ('use = "RIS"\n[section.change.risicos]\nid = "x"', 3, "een tabel zonder 'id'"),
        ('use = "RIS"\n[section.change.risicos]\nwithout = ["bind"]', 4, "'bind' staat niet in deze vraag"),
        ('use = "RIS"\n[section.change.risicos]\nned = "free"', 4, "Bedoel je 'need'?"),
    ],
)
def test_a_fault_in_the_use_of_a_block(folder: FolderMaker, use: str, line: int, words: str) -> None:
    own = GOOD + "[[section]]\n" + use + "\n"
    library = load_formats([resources.path("formats"), folder(eigen=own)], frozenset(RULES), CHECKS)
    found = [p for p in library.problems if p.file == "eigen.toml" and words in p.text]
    assert [p.line for p in found] == [LAST + line], [str(p) for p in library.problems]


def test_a_fault_in_a_shared_file_names_that_file(folder: FolderMaker) -> None:
    shared = '[[block]]\ncode = "X"\ntitle = "X"\ntitel = "X"\n[[block]]\ntitle = "zonder code"\n'
    library = _load(folder(_blokken=shared, eigen=GOOD))
    assert [(p.file, p.line) for p in library.problems] == [("_blokken.toml", 5), ("_blokken.toml", 4)]
    assert [plan.id for plan in library.formats] == ["eigen"]


def test_a_topic_of_a_life_domain_must_exist(folder: FolderMaker) -> None:
    shared = (
        '[[domain_set]]\nid = "X"\ntitle = "X"\nsource = "eigen"\n'
        '[[domain_set.domain]]\nid = "a"\nlabel = "A"\ntopics = ["b"]\n'
    )
    assert [p.text for p in _load(folder(_sets=shared)).problems] == [
        "het onderwerp 'b' bij 'a' bestaat niet. Mogelijk is: a."
    ]


def test_a_shared_question_is_checked_before_anything_uses_it(folder: FolderMaker) -> None:
    shared = (
        '[[block]]\ncode = "X"\ntitle = "X"\n[[block.question]]\nid = "x"\nkind = "short_text"\n'
        'when = { flag = "nacht" }\n'
    )
    problems = _load(folder(_blokken=shared)).problems
    assert [(p.line, p.key) for p in problems] == [(4, "label"), (4, "flag")]


def test_a_shared_block_may_ask_for_a_flag_that_a_format_does_not_have(folder: FolderMaker) -> None:
    own = GOOD + '[[section]]\nuse = "COO"\n'
    library = load_formats([resources.path("formats"), folder(eigen=own)], RULES, CHECKS)
    plan = library.get("eigen")
    assert "gi_ots" not in plan.flags
    assert from_text(plan.text) == plan


def test_what_a_left_out_question_breaks_is_told_where_the_block_is_used(folder: FolderMaker) -> None:
    own = folder(eigen=GOOD + '[[section]]\nuse = "RIS"\nleave_out = ["risicos"]\n')
    found = check_file(own / "eigen.toml", RULES, CHECKS)
    assert [(p.line, p.key) for p in found] == [(LAST + 1, "risicos")]


def test_parse_raises_with_the_first_fault_in_words(folder: FolderMaker) -> None:
    library = _load(folder(eigen=GOOD))
    with pytest.raises(FormatError) as error:
        library.parse(GOOD + "labl = 1\nneed = 2\n", "nieuw.toml")
    assert f"nieuw.toml, regel {LAST + 1}: de sleutel 'labl'" in str(error.value)
    assert "En nog 1 andere." in str(error.value)
    assert "Er is niets veranderd." in str(error.value)
    assert library.parse(GOOD, "nieuw.toml") == library.get("eigen")


def test_the_kept_text_does_not_need_rules_or_blocks_that_are_gone(folder: FolderMaker) -> None:
    plan = _load(folder(eigen=GOOD)).get("eigen")
    assert from_text(plan.text) == plan
    assert from_text(plan.text).deadlines == ("WMO-05",)


def test_the_kept_text_keeps_the_words_of_step_one(folder: FolderMaker) -> None:
    text = _load(folder(eigen=GOOD)).get("eigen").text.replace("Kader en datums", "Wet en datums")
    assert from_text(text).sections[0].title == "Wet en datums"
    assert from_text(text).text == text


def test_a_text_kept_by_a_newer_program_says_so(folder: FolderMaker) -> None:
    text = (
        _load(folder(eigen=GOOD)).get("eigen").text.replace('"planbureau_format":1', '"planbureau_format":2')
    )
    with pytest.raises(FormatError, match="nieuwere versie van Planbureau"):
        from_text(text)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"id": "x"}', '{"planbureau_format":1,"format":{"section":3}}', "[" * 99999]
)
def test_a_damaged_kept_text_is_a_format_error(text: str) -> None:
    with pytest.raises(FormatError, match="bewaard plantype"):
        from_text(text)


def test_check_file_tells_the_faults_of_one_file(folder: FolderMaker) -> None:
    path = folder(eigen=GOOD + '[[section]]\nuse = "RIS"\n', stuk=GOOD + "labl = 1\n", ander="x")
    assert check_file(path / "eigen.toml", RULES, CHECKS) == []
    assert [p.line for p in check_file(path / "stuk.toml")] == [LAST + 1]
    assert [p.text for p in check_file(path / "weg.toml")] == [
        "dit bestand is niet te lezen. Kijk of het bestaat en of je het mag openen."
    ]
    assert [p.key for p in check_file(path / "eigen.toml", frozenset())] == ["WMO-05"]


def test_check_file_knows_that_the_program_has_a_plan_type_of_that_name(folder: FolderMaker) -> None:
    path = folder(eigen=GOOD.replace('id = "eigen"', 'id = "wmo"', 1))
    assert [p.text for p in check_file(path / "eigen.toml")] == [
        "het plantype 'wmo', versie 1, bestaat al. Kies een andere id, of maak 'version' hoger."
    ]


def test_an_unknown_block_or_set_is_one_fault_that_says_what_there_is(folder: FolderMaker) -> None:
    wrong = GOOD + (
        '[[section]]\nuse = "AFX"\n[[section]]\nid = "leven"\ntitle = "Leven"\n[[section.question]]\n'
        'id = "leven"\nlabel = "Leven"\nkind = "life_domain"\ndomain_set = "GHZ9"\n'
    )
    found = check_file(folder(eigen=wrong) / "eigen.toml", RULES, CHECKS)
    assert [p.text for p in found] == [
        "het blok 'AFX' bestaat niet. Bedoel je 'AFS'?",
        "de set leefgebieden 'GHZ9' bestaat niet. Bedoel je 'GHZ8'?",
    ]


def test_a_flag_of_the_plan_type_itself_may_be_named_with_the_others(folder: FolderMaker) -> None:
    own = GOOD.replace('id = "eigen"\n', 'id = "eigen"\nflags = ["nachtzorg"]\n', 1)
    assert _load(folder(eigen=own)).get("eigen").flags == _load(folder(eigen=GOOD)).get("eigen").flags


def test_check_file_looks_at_shared_files_too(folder: FolderMaker) -> None:
    path = folder(_eigen='[[flag]]\nlabel = "zonder id"\n')
    assert [p.line for p in check_file(path / "_eigen.toml")] == [1]
    assert check_file(resources.path("formats", "_shared.toml")) == []


def test_options_may_come_from_a_shared_list(folder: FolderMaker) -> None:
    own = GOOD.replace(
        'options = [{ id = "a", label = "A" }, { id = "b", label = "B" }]', 'options_from = "ja-nee"'
    )
    library = load_formats([resources.path("formats"), folder(eigen=own)], RULES, CHECKS)
    assert [o.id for o in library.get("eigen").question("soort").options] == ["ja", "nee"]
    wrong = load_formats(
        [resources.path("formats"), folder(eigen=own.replace("ja-nee", "ja-ne"))], RULES, CHECKS
    )
    assert any("Bedoel je 'ja-nee'?" in p.text for p in wrong.problems if p.file == "eigen.toml")


def test_a_shared_question_that_is_used_twice_is_told_where_the_second_stands(folder: FolderMaker) -> None:
    more = '[[section]]\nuse = "COO"\n[[section]]\nuse = "COO"\nid = "nog-een"\n'
    own = folder(eigen=GOOD + more)
    library = load_formats([resources.path("formats"), own], RULES, CHECKS)
    found = [p for p in library.problems if p.file == "eigen.toml"]
    assert found
    assert all("bestaat al" in p.text and p.line == LAST + 3 for p in found)


def test_a_date_that_the_first_step_does_not_know_is_told(folder: FolderMaker) -> None:
    more = GOOD.replace('kind = "long_text"', 'kind = "date"\nbind = "trigger.datum_start_zrog"')
    days = frozenset({"datum_start_zorg"})
    library = load_formats([folder(eigen=more)], RULES, CHECKS, known_triggers=days)
    (problem,) = library.problems
    assert (problem.line, problem.text) == (
        20,
        "de datum 'datum_start_zrog' bestaat niet. Bedoel je 'datum_start_zorg'?",
    )


def test_an_id_that_is_taken_is_told_with_its_line(folder: FolderMaker) -> None:
    library = _load(folder(een=GOOD, twee=GOOD))
    (problem,) = library.problems
    assert str(problem).startswith("twee.toml, regel 1: het plantype 'eigen', versie 1, bestaat al.")


def test_a_question_above_its_chapter_is_told(folder: FolderMaker) -> None:
    text = GOOD.replace("[[section]]", '[[section.question]]\nid = "x"\n[[section]]', 1)
    (problem,) = _load(folder(eigen=text)).problems
    assert "Begin met [[section]]" in problem.text
