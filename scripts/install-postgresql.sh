#!/bin/sh
# Install PostgreSQL from the distribution's packages, where there is none. No server of the system is started.
set -eu
for folder in /usr/lib/postgresql/*/bin $(echo "$PATH" | tr : ' '); do
  if [ -x "$folder/initdb" ]; then exit 0; fi
done
if command -v apt-get >/dev/null && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
  as_root=""
  if [ "$(id -u)" -ne 0 ]; then as_root=sudo; fi
  $as_root mkdir -p /etc/postgresql-common
  echo "create_main_cluster = false" | $as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
fi
exec "$(dirname "$0")/install-packages.sh" postgresql
