sign() (
  encode() {
    printf %s "$1" | od -An -v -tu1 | LC_ALL=C awk '{ for (i = 1; i <= NF; i++) {
      c = sprintf("%c", $i + 0); printf "%s", c ~ /[A-Za-z0-9._~-]/ ? c : sprintf("%%%02X", $i) } }'
  }
  pairs() { for pair; do echo "$(encode "${pair%%=*}")=$(encode "${pair#*=}")"; done; }
  method=$1 url=$2
  shift 2
  oauth=$(pairs "oauth_consumer_key=$key" "oauth_nonce=$(openssl rand -hex 16)" \
    oauth_signature_method=HMAC-SHA1 "oauth_timestamp=$(date +%s)" oauth_version=1.0)
  all=$({ echo "$oauth"; pairs "$@"; } | LC_ALL=C sort -t= -k1,1 -k2,2 | paste -sd '&' -)
  signature=$(printf %s "$method&$(encode "$url")&$(encode "$all")" |
    openssl dgst -sha1 -hmac "$(encode "$secret")&" -binary | openssl base64)
  printf 'Authorization: OAuth '
  { echo "$oauth"; pairs "oauth_signature=$signature"; } | sed 's/=\(.*\)/="\1"/' | paste -sd , -
)
