#!/bin/sh
# Put Debian's nginx into .cache/nginx, unless there is one on PATH. Nothing is installed, and nothing started.
set -eu
if command -v nginx >/dev/null || [ -x .cache/nginx/usr/sbin/nginx ]; then exit 0; fi
if ! command -v apt-get >/dev/null; then
  echo "test-nginx: there is no nginx, and no apt-get to get one with; put one on PATH" >&2
  exit 2
fi
echo "test-nginx: getting nginx"
mkdir -p .cache/nginx
cd .cache/nginx
apt-get download -qq nginx 2>/dev/null
dpkg-deb --extract nginx_*.deb .
