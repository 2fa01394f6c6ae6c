#!/bin/sh
# Install PostgreSQL from the distribution's packages, where there is none. No server of the system is started.
set -eu
for folder in /usr/lib/postgresql/*/bin $(echo "$PATH" | tr : ' '); do
  if [ -x "$folder/initdb" ]; then exit 0; fi
done
if ! command -v apt-get >/dev/null; then
  echo "test-postgres: there is no PostgreSQL, and no apt-get to install it with; put initdb on PATH" >&2
  exit 2
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then as_root=sudo; fi
echo "test-postgres: installing postgresql"
$as_root apt-get update -qq
$as_root mkdir -p /etc/postgresql-common
if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
  echo "create_main_cluster = false" | $as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
fi
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends postgresql >/dev/null
