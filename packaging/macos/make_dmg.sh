#!/bin/sh
# Signs, packs and notarises: make_dmg.sh Knotbook.app knotbook.dmg. Runs on macOS.
#
# SIGN_IDENTITY          "Developer ID Application: ..."; without it the app gets the ad-hoc signature that Apple's own
#                        processors ask for, and macOS warns the person who opens it
# NOTARY_PROFILE         a profile stored by `xcrun notarytool store-credentials`; without it nothing is notarised
set -eu

app=$1
image=$2
here=$(cd "$(dirname "$0")" && pwd)

if [ -n "${SIGN_IDENTITY:-}" ]; then
    # Inside first: a signature covers what it encloses.
    find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) \
        -exec codesign --force --timestamp --options runtime --sign "$SIGN_IDENTITY" {} +
    codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist" \
        --sign "$SIGN_IDENTITY" "$app"
else
    echo "SIGN_IDENTITY is not set: ad-hoc signature" >&2
    codesign --force --deep --sign - "$app"
fi
codesign --verify --deep --strict "$app"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -volname Knotbook -srcfolder "$folder" -format UDZO -ov "$image"

if [ -n "${SIGN_IDENTITY:-}" ]; then
    codesign --force --timestamp --sign "$SIGN_IDENTITY" "$image"
fi
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
else
    echo "NOTARY_PROFILE is not set: not notarised" >&2
fi
