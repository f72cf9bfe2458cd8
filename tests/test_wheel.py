"""The wheel holds the whole program, the migrations among it, and works without the repository."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*command, "--directory", str(folder)], cwd=ROOT, check=True)
    [path] = folder.glob("*.whl")
    return path


def files(folder: str, inside: str) -> set[str]:
    return {
        f"{inside}/{path.relative_to(ROOT / folder).as_posix()}"
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_every_file_of_the_program_is_inside_and_no_other(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == files("timeline", "timeline") | files("migrations", "timeline/_migrations")


def test_the_unpacked_wheel_makes_a_database_in_an_empty_folder(
    wheel: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    (tmp_path / "empty").mkdir()
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r});"
        " from timeline.migrate import current, ensure_current, revisions;"
        " from timeline.database import resolve_url;"
        " print(ensure_current(resolve_url(None)));"
        " print(current(resolve_url(None)) == revisions()[-1]);"
        " print(sys.modules['timeline'].__file__)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code],
        cwd=tmp_path / "empty",
        check=True,
        capture_output=True,
        text=True,
    )
    said, newest, place = done.stdout.splitlines()
    assert said == "created timeline.db"
    assert newest == "True"
    assert Path(place).is_relative_to(tmp_path / "site")
    assert (tmp_path / "empty" / "timeline.db").exists()
