# contextio_sign METHOD URL [name=value …]
# prints the Authorization header of a request; the pairs are those of its query or form.
contextio_sign() (
  export LC_ALL=C
  encode() {
    local text=$1 index char
    for ((index = 0; index < ${#text}; index++)); do
      char=${text:index:1}
      case $char in
        [A-Za-z0-9._~-]) printf %s "$char" ;;
        *) printf %%%02X "$(($(printf %d "'$char") & 255))" ;;
      esac
    done
  }
  pairs() { for pair; do printf '%s=%s\n' "$(encode "${pair%%=*}")" "$(encode "${pair#*=}")"; done; }
  method=$1 url=$2
  shift 2
  oauth=(
    "oauth_consumer_key=$CONTEXTIO_CONSUMER_KEY"
    "oauth_nonce=$(openssl rand -hex 16)"
    "oauth_signature_method=HMAC-SHA1"
    "oauth_timestamp=$(date +%s)"
    "oauth_version=1.0"
  )
  all=$(pairs "${oauth[@]}" "$@" | sort -t= -k1,1 -k2,2 | paste -sd '&' -)
  signature=$(printf %s "$method&$(encode "$url")&$(encode "$all")" |
    openssl dgst -sha1 -hmac "$(encode "$CONTEXTIO_CONSUMER_SECRET")&" -binary | openssl base64)
  printf 'Authorization: OAuth %s\n' \
    "$(pairs "${oauth[@]}" "oauth_signature=$signature" | sed 's/=\(.*\)/="\1"/' | paste -sd , -)"
)
