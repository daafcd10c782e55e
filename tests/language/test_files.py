from collections.abc import Callable
from pathlib import Path

import pytest

import routeplanner.language.files as files_module
from routeplanner.language.files import Files, Project, bundled_root, find_files, project_root, shown
from routeplanner.text.reading import read_source

Texts = Callable[[str], Path]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def texts(**files: str) -> None:
    """Write files: `sub__a="..."` becomes sub/a.lob; an empty text becomes a comment."""
    for name, text in files.items():
        path = Path(name.replace("__", "/") + ".lob")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or "#\n", "utf-8")


def uses(*names: str) -> str:
    return "".join(f'gebruik "{name}"\n' for name in names)


def projects(*paths: str | Path) -> list[Project]:
    return Files().projects([Path(path) for path in paths])


def read(*paths: str | Path) -> list[str]:
    """Return the names of all files that were read, in order."""
    return [file.source.path for project in projects(*paths) for file in project.files]


def told(*paths: str | Path) -> list[tuple[str, str]]:
    found = [d for project in projects(*paths) for d in project.diagnostics]
    return [(d.code, str(d.params.get("path", ""))) for d in found]


# ---- folders


@pytest.mark.usefixtures("home")
class TestFolders:
    def test_all_files_below_a_folder_in_a_fixed_order(self) -> None:
        texts(b="", a="", z__a="", c__d__e="", c__b="")
        Path("a.txt").touch()
        assert read(".") == ["a.lob", "b.lob", "c/b.lob", "c/d/e.lob", "z/a.lob"]

    def test_a_file_by_itself(self) -> None:
        texts(a="", b="")
        assert read("b.lob") == ["b.lob"]

    def test_a_file_need_not_end_on_lob_when_it_is_named(self) -> None:
        Path("a.txt").write_text("#\n", "utf-8")
        assert read("a.txt") == ["a.txt"]

    def test_nothing_hidden_is_read(self) -> None:
        texts(a="", **{".b": "", ".c__d": ""})
        assert read(".") == ["a.lob"]

    def test_a_hidden_file_that_is_named_is_read(self) -> None:
        texts(**{".b": "", ".c__d": ""})
        assert read(".b.lob", ".c") == [".b.lob", ".c/d.lob"]

    def test_a_folder_without_texts(self) -> None:
        Path("leeg").mkdir()
        assert told("leeg") == [("RP010", "leeg")]
        assert read("leeg") == []

    def test_a_file_that_is_not_there(self) -> None:
        assert told("a.lob") == [("RP001", "a.lob")]

    def test_finding_gives_paths_in_the_form_that_was_given(self) -> None:
        texts(z__a="")
        assert find_files(Path("z")) == [Path("z/a.lob")]
        assert find_files(Path("z").resolve()) == [Path("z/a.lob").resolve()]


# ---- projects


@pytest.mark.usefixtures("home")
class TestProjects:
    def test_files_of_one_folder_belong_together(self) -> None:
        texts(a="", b__c="")
        assert [len(project.files) for project in projects(".")] == [2]

    def test_folders_that_are_named_apart_are_apart(self) -> None:
        texts(a__x="", b__x="")
        assert [project.name for project in projects("a", "b")] == ["a", "b"]

    def test_files_that_stand_together_belong_together(self) -> None:
        texts(a="", b="", c__d="")
        assert [len(project.files) for project in projects("a.lob", "b.lob", "c/d.lob")] == [2, 1]

    def test_a_project_file_makes_a_project(self) -> None:
        texts(one__a="", one__sub__b="", other__c="")
        for name in ("one", "other"):
            (Path(name) / "routeplanner.toml").touch()
        assert [(p.name, len(p.files)) for p in projects(".")] == [("one", 2), ("other", 1)]

    def test_the_nearest_project_file_counts(self) -> None:
        texts(a="", sub__b="", sub__deep__c="")
        Path("routeplanner.toml").touch()
        Path("sub/routeplanner.toml").touch()
        assert [(p.name, len(p.files)) for p in projects(".")] == [(".", 1), ("sub", 2)]

    def test_parts_of_one_project_are_one_project(self) -> None:
        texts(a__x="", b__x="")
        Path("routeplanner.toml").touch()
        assert [len(project.files) for project in projects("a", "b/x.lob")] == [2]

    def test_the_root_is_the_nearest_folder_upwards(self) -> None:
        texts(a__b__c="")
        Path("a/routeplanner.toml").touch()
        assert project_root(Path("a/b/c.lob")) == Path("a").resolve()
        assert project_root(Path("a/b")) == Path("a").resolve()
        assert project_root(Path("a")) == Path("a").resolve()

    def test_a_folder_of_that_name_is_no_project(self) -> None:
        texts(a__b="")
        Path("a/routeplanner.toml").mkdir()
        assert project_root(Path("a/b.lob")) is None


# ---- gebruik


@pytest.mark.usefixtures("home")
class TestGebruik:
    def test_beside_the_file(self) -> None:
        texts(a=uses("b.lob", "sub/c.lob"), b="", sub__c="")
        assert read("a.lob") == ["a.lob", "b.lob", "sub/c.lob"]

    def test_from_the_root_of_the_project(self) -> None:
        texts(sub__a=uses("other/b.lob"), other__b="")
        assert told("sub/a.lob") == [("RP006", "other/b.lob")]
        Path("routeplanner.toml").touch()
        assert read("sub/a.lob") == ["sub/a.lob", "other/b.lob"]

    def test_beside_the_file_comes_before_the_root(self) -> None:
        texts(sub__a=uses("b.lob"), sub__b="", b="")
        Path("routeplanner.toml").touch()
        assert read("sub/a.lob") == ["sub/a.lob", "sub/b.lob"]

    def test_up_within_the_project(self) -> None:
        texts(sub__a=uses("../b.lob"), b="")
        Path("routeplanner.toml").touch()
        assert read("sub/a.lob") == ["sub/a.lob", "b.lob"]

    def test_among_the_bundled_texts(self) -> None:
        name = "curricula/2007/voertuigentechniek.lob"
        texts(a=uses(name))
        assert told("a.lob") == []
        assert read("a.lob") == ["a.lob", name]

    def test_a_text_of_ones_own_comes_before_a_bundled_one(self) -> None:
        name = "curricula/2007/voertuigentechniek.lob"
        texts(a=uses(name), curricula__2007__voertuigentechniek="# eigen\n")
        (own,) = projects("a.lob")[0].files[1:]
        assert own.source.text == "# eigen\n"

    def test_nothing_but_the_bundled_texts_is_bundled(self) -> None:
        texts(a=uses("pyproject.toml", "routeplanner/api.py"))
        assert {code for code, _ in told("a.lob")} <= {"RP006", "RP007"}
        assert read("a.lob") == ["a.lob"]

    def test_a_file_that_is_nowhere(self) -> None:
        texts(a=uses("b.lob"))
        (project,) = projects("a.lob")
        assert [(d.code, d.span.text) for d in project.diagnostics] == [("RP006", '"b.lob"')]

    def test_what_a_used_file_uses(self) -> None:
        texts(a=uses("sub/b.lob"), sub__b=uses("c.lob"), sub__c="")
        assert read("a.lob") == ["a.lob", "sub/b.lob", "sub/c.lob"]

    def test_used_files_come_after_those_that_were_named(self) -> None:
        texts(a=uses("z/used.lob"), b="", z__used="")
        assert read("a.lob", "b.lob") == ["a.lob", "b.lob", "z/used.lob"]

    def test_a_used_file_is_of_the_project_of_who_uses_it(self) -> None:
        texts(a__x=uses("../c.lob"), b__x=uses("../c.lob"), c="")
        for name in ("a", "b"):
            Path(name, "y.lob").write_text("#\n", "utf-8")
        Path("routeplanner.toml").touch()
        assert [len(project.files) for project in projects("a", "b")] == [5]


# ---- a part of a school


@pytest.mark.usefixtures("home")
class TestPartOfASchool:
    SCHOOL = 'school "De Linde"\n'
    PART = "regel keuze\n  hoogstens 3 keuzemodules\n"

    def test_who_names_a_part_gets_the_school_beside_it(self) -> None:
        texts(school=self.SCHOOL, regels=self.PART)
        assert read("regels.lob") == ["regels.lob", "school.lob"]

    def test_who_names_a_part_of_a_project_gets_the_project(self) -> None:
        texts(school=self.SCHOOL, sub__regels=self.PART)
        Path("routeplanner.toml").touch()
        assert read("sub/regels.lob") == ["school.lob", "sub/regels.lob"]
        assert read("school.lob") == ["school.lob", "sub/regels.lob"]

    def test_two_schools_beside_a_part_are_not_guessed_between(self) -> None:
        texts(school=self.SCHOOL, andere=self.SCHOOL, regels=self.PART)
        assert read("regels.lob") == ["regels.lob"]

    def test_a_part_that_names_what_it_uses_stands_alone(self) -> None:
        texts(school=self.SCHOOL, groep="groep werk\n", regels=uses("groep.lob") + self.PART)
        assert read("regels.lob") == ["regels.lob", "groep.lob"]

    def test_a_part_without_a_school_stands_alone(self) -> None:
        texts(regels=self.PART, aanbod='keuzemodule "Lassen": 16 uur\n')
        assert read("regels.lob") == ["regels.lob"]

    def test_a_school_without_a_project_stands_alone(self) -> None:
        texts(school=self.SCHOOL, proef=self.PART)
        assert read("school.lob") == ["school.lob"]

    def test_an_official_text_stands_alone(self) -> None:
        texts(school=self.SCHOOL, programma='programma VT "Voertuigentechniek"\n')
        assert read("programma.lob") == ["programma.lob"]


# ---- once


class TestOnce:
    @pytest.fixture(autouse=True)
    def opened(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """The names of files, as they are read."""
        assert home.is_dir()
        names: list[str] = []

        def noted(path: Path, shown_as: str) -> object:
            names.append(shown_as)
            return read_source(path, shown_as)

        monkeypatch.setattr(files_module, "read_source", noted)
        return names

    def test_a_file_in_two_projects_is_read_once(self, opened: list[str]) -> None:
        name = "curricula/2007/voertuigentechniek.lob"
        texts(a__x=uses(name), b__x=uses(name))
        assert read("a", "b") == ["a/x.lob", name, "b/x.lob", name]
        assert sorted(opened) == ["a/x.lob", "b/x.lob", name]

    def test_a_file_that_is_named_twice_is_read_once(self, opened: list[str]) -> None:
        texts(a="")
        assert read("a.lob", "./a.lob", ".", Path("a.lob").resolve()) == ["a.lob"]
        assert opened == ["a.lob"]

    def test_a_file_that_cannot_be_read_is_tried_once(self, opened: list[str]) -> None:
        texts(a=uses("c.lob"), b=uses("c.lob"))
        Path("c.lob").write_bytes(b"\xff")
        assert told(".") == [("RP004", "c.lob")]
        assert opened == ["a.lob", "b.lob", "c.lob"]

    def test_the_count_is_of_files(self) -> None:
        texts(a=uses("b.lob"), b=uses("a.lob"))
        files = Files()
        files.projects([Path("a.lob"), Path()])
        assert files.count == 2

    def test_all_together_there_is_a_limit_too(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(files_module, "MAX_TOTAL", 5)
        texts(a="# abc\n", b="# def\n", c="# ghi\n")
        (project,) = projects(".")
        assert [(d.code, d.variant) for d in project.diagnostics] == [("RP008", "samen")]
        assert [file.source.path for file in project.files] == ["a.lob"]


# ---- names of files


class TestShown:
    def test_from_the_working_folder(self, home: Path) -> None:
        assert shown(Path("a.lob")) == shown(home / "a.lob") == shown(home / "b" / ".." / "a.lob") == "a.lob"
        assert shown(home / "b" / "a.lob") == "b/a.lob"

    def test_the_working_folder_itself(self, home: Path) -> None:
        assert shown(home) == shown(Path()) == "."

    @pytest.mark.usefixtures("home")
    def test_a_bundled_text_by_its_own_name(self) -> None:
        assert shown(bundled_root() / "curricula" / "x.lob") == "curricula/x.lob"

    def test_elsewhere_as_it_was_given(self, home: Path) -> None:
        assert shown(Path("../b/a.lob")) == "../b/a.lob"
        assert shown(home.parent / "a.lob") == (home.parent / "a.lob").as_posix()

    def test_a_link_by_its_own_name(self, home: Path) -> None:
        (home / "a.lob").symlink_to("b.lob")
        assert shown(home / "a.lob") == "a.lob"
