"""What is installed is what a user needs, and it works where the source tree is not."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

# One worker builds once for all of them.
pytestmark = pytest.mark.xdist_group("wheel")

ROOT = Path(__file__).parents[2]

TOP = {"routeplanner", "routeplanner_cli"}
SHIPPED_KINDS = {".py", ".lark", ".bin", ".md", ".po", ".mo", ".lob", ".toml", ".typ", ".typed"} | {
    ".css",
    ".html",
    ".js",
    ".svg",
    ".txt",
}
MUST_SHIP = (
    "routeplanner/present/print.typ",
    "routeplanner/web/static/*.js",
    "routeplanner/web/templates/*.html",
    "routeplanner/_bundled/curricula/*.lob",
    "routeplanner/_bundled/rules/*.lob",
    "routeplanner/codes/RP*.md",
    "routeplanner/language/grammar.lark",
    "routeplanner/language/tables.bin",
    "routeplanner/locale/en/LC_MESSAGES/routeplanner.mo",
    "routeplanner/py.typed",
    "routeplanner_cli/__init__.py",
)

# The dependencies are those of this environment, so that the tests need no network.
DEPENDENCIES = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}


@dataclass(frozen=True)
class Installation:
    """A virtual environment that holds nothing but routeplanner."""

    bin: Path
    cwd: Path

    def run(self, program: str, *arguments: str) -> str:
        # The source tree must not be found through an inherited path.
        env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        command = [str(self.bin / program), *arguments]
        done = subprocess.run(command, cwd=self.cwd, env=env, check=False, capture_output=True, text=True)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def package(self) -> Path:
        code = "import routeplanner; print(routeplanner.__file__)"
        return Path(self.run("python", "-c", code).strip()).parent


def run_here(*command: str, cwd: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def install(place: Path, *requirement: str) -> Installation:
    builder = venv.EnvBuilder(symlinks=os.name != "nt")
    builder.create(place)
    context = builder.ensure_directories(place)
    purelib = sysconfig.get_path("purelib", vars={"base": str(place), "platbase": str(place)})
    Path(purelib, "dependencies.pth").write_text("\n".join(sorted(DEPENDENCIES)), "utf-8")
    pip = ("pip", "--python", context.env_exe, "install", "--quiet", "--no-index", "--no-deps")
    run_here(*pip, "--no-build-isolation", *requirement, cwd=place)
    elsewhere = place / "elsewhere"
    elsewhere.mkdir()
    return Installation(Path(context.bin_path), elsewhere)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What git holds, without what was generated in this tree."""
    target = tmp_path_factory.mktemp("clone")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)
    return target


@pytest.fixture(scope="module")
def dist(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, and the wheel that was built from that sdist."""
    target = tmp_path_factory.mktemp("dist")
    run_here("build", "--no-isolation", "--outdir", str(target), str(clone), cwd=target)
    return target


@pytest.fixture(scope="module")
def wheel_names(dist: Path) -> list[str]:
    (wheel,) = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def installed(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    (wheel,) = dist.glob("*.whl")
    return install(tmp_path_factory.mktemp("installed"), str(wheel))


@pytest.mark.parametrize("pattern", MUST_SHIP)
def test_the_wheel_has(pattern: str, wheel_names: list[str]) -> None:
    folder, _, ending = pattern.partition("*")
    assert [name for name in wheel_names if name.startswith(folder) and name.endswith(ending)]


def test_the_wheel_has_nothing_else(wheel_names: list[str]) -> None:
    stray = [
        name
        for name in wheel_names
        if ".dist-info/" not in name
        and (name.partition("/")[0] not in TOP or Path(name).suffix not in SHIPPED_KINDS)
    ]
    assert stray == []


def test_the_wheel_has_no_tests(wheel_names: list[str]) -> None:
    assert [name for name in wheel_names if Path(name).name.startswith("test_") or "/tests/" in name] == []


def test_the_licence_ships(wheel_names: list[str]) -> None:
    licences = {Path(name).name for name in wheel_names if ".dist-info/licenses/" in name}
    assert licences == {"LICENSE", "NOTICE"}


def test_the_sdist_has_the_sources_only(dist: Path) -> None:
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "NOTICE"} <= names
    assert [name for name in names if name.startswith(("tests/", "scripts/", ".ci/"))] == []


def test_the_installed_program_tells_its_version(installed: Installation) -> None:
    assert "0.1.0" in installed.run("routeplanner", "--version")


def test_the_installed_program_checks_the_bundled_rules(installed: Installation) -> None:
    bundled = installed.package() / "_bundled"
    installed.run("routeplanner", "check", str(bundled / "curricula"), str(bundled / "rules"))


def test_an_editable_install_works(clone: Path, tmp_path: Path) -> None:
    editable = install(tmp_path, "--editable", str(clone))
    assert editable.package() == clone / "routeplanner"
    assert "0.1.0" in editable.run("routeplanner", "--version")
    assert (clone / "routeplanner/language/tables.bin").is_file()
    editable.run("routeplanner", "check", str(clone / "curricula"), str(clone / "rules"))
