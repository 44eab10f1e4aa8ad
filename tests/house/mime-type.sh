#!/bin/sh
# Usage: mime-type.sh UPDATE-MIME-DATABASE FILE.xml
# Builds a private database of file types from FILE.xml and looks for *.misalign in it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/packages"
cp "$2" "$folder/packages/"
"$1" "$folder"
grep -qx '50:application/x-misalign+json:\*\.misalign' "$folder/globs2"
grep -qx 'application/x-misalign+json application/json' "$folder/subclasses"
test -s "$folder/application/x-misalign+json.xml"
