#!/bin/sh
# Install Chromium from the distribution's packages, where there is none.
set -eu
if command -v chromium >/dev/null; then exit 0; fi
if ! command -v apt-get >/dev/null; then
  echo "test-browser: there is no chromium, and no apt-get to install it with; put one on PATH" >&2
  exit 2
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then as_root=sudo; fi
echo "test-browser: installing chromium"
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
