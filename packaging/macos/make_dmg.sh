#!/bin/sh
# Packs, signs and notarises: make_dmg.sh Knotbook.app knotbook.dmg. Runs on macOS. The app is signed already, every file
# of it, by PyInstaller: with SIGN_IDENTITY, or with the ad-hoc signature that Apple's own processors ask for.
#
# SIGN_IDENTITY     "Developer ID Application: ..."; without it macOS warns the person who opens the app
# NOTARY_KEY        a key of App Store Connect (.p8) in base64; without it nothing is notarised
# NOTARY_KEY_ID     its id
# NOTARY_ISSUER     who issued it
set -eu

app=$1
image=$2

codesign --verify --deep --strict "$app"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/image"
ditto "$app" "$folder/image/Knotbook.app"
ln -s /Applications "$folder/image/Applications"
rm -f "$image"
hdiutil create -volname Knotbook -srcfolder "$folder/image" -format UDZO -ov "$image"

if [ -z "${SIGN_IDENTITY:-}" ]; then
    echo "SIGN_IDENTITY is not set: ad-hoc signature, not notarised" >&2
    exit 0
fi
codesign --force --timestamp --sign "$SIGN_IDENTITY" "$image"
if [ -z "${NOTARY_KEY:-}" ]; then
    echo "NOTARY_KEY is not set: not notarised" >&2
    exit 0
fi
(umask 077 && printf %s "$NOTARY_KEY" | base64 --decode >"$folder/key.p8")
xcrun notarytool submit "$image" --key "$folder/key.p8" --key-id "$NOTARY_KEY_ID" --issuer "$NOTARY_ISSUER" --wait
xcrun stapler staple "$image"
