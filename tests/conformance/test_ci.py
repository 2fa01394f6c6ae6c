"""What CI systems run: the script, the workflow, the GitLab job and the container file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from tests.conformance.conftest import Deploy

ROOT = Path(__file__).parents[2]
CI = ROOT / ".ci"
GITLAB = CI / "conformance.gitlab-ci.yml"
FILES = [CI / "install", CI / "conformance", CI / "Containerfile", GITLAB]
FILES += sorted((ROOT / ".github" / "workflows").iterdir())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_is_installed_in_another_way_than_by_the_script(file: Path) -> None:
    text = re.sub(r"(?m)^\s*#.*$", "", file.read_text("utf-8"))
    installing = re.findall(r"^.*\bpip\b.*$", text, re.MULTILINE)
    assert [line.split()[0] for line in installing] == (
        ["pip()", "pip", "pip"] if file.name == "install" else []
    )
    assert ".ci/install" in text or ".ci/conformance" in text or file.name == "install"


@pytest.mark.slow
@pytest.mark.timeout(600)  # all libraries are installed
def test_the_gitlab_job_checks_a_deployment_from_a_commit(
    deploy: Deploy, environment: dict[str, str], tmp_path: Path
) -> None:
    """Its script is run as it is, and that is the script for any CI system, in a fresh checkout."""
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    variables = {
        "CONTRACT_REPOSITORY": ROOT.as_uri(),
        "CONTRACT_COMMIT": commit.stdout.strip(),
        "CONFORMANCE_BASE_URL": deploy().base_url,
        "CONFORMANCE_RULE": "accounts_list.window",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}",
    }
    script = "\n".join(yaml.safe_load(GITLAB.read_text("utf-8"))["conformance"]["script"])
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=tmp_path, env=environment | variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].startswith("CONFORMANT: 1 pass (")
    assert (tmp_path / "reports" / "conformance" / "junit.xml").is_file()
