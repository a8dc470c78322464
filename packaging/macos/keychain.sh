#!/bin/sh
# Puts the signing certificate into a keychain of its own. Does nothing where the environment names none.
#
# CERTIFICATE   a .p12 file in base64
# PASSWORD      its password
set -eu

if [ -z "${CERTIFICATE:-}" ]; then
    echo "CERTIFICATE is not set: no keychain made" >&2
    exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
secret=$(openssl rand -hex 16)
keychain=knotbook-signing.keychain-db
printf %s "$CERTIFICATE" | base64 --decode >"$folder/certificate.p12"
security create-keychain -p "$secret" "$keychain"
security set-keychain-settings -lut 3600 "$keychain"
security unlock-keychain -p "$secret" "$keychain"
security import "$folder/certificate.p12" -k "$keychain" -P "$PASSWORD" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$secret" "$keychain"
security list-keychains -d user -s "$keychain" login.keychain-db
