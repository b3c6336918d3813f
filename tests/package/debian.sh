#!/bin/bash
# debian.sh BUILD: installs the packages of BUILD/deb into a fresh Debian 12 in BUILD/bookworm, which is kept, and uses them there without a
# network. Needs root. Where CI is set, a machine on which this cannot be done is a failure; elsewhere it is skipped with a word.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$(realpath "$1")
root=$build/bookworm
packages=("$build"/deb/sanaq_*.deb "$build"/deb/libsanaq-dev_*.deb)

skip() {
  echo "skipped: $1" >&2
  [ -z "${CI:-}" ] || exit 1
  exit 0
}
failed() { echo "failed: $1" >&2; exit 1; }
[ "$(id -u)" = 0 ] || skip "this test needs root"
command -v debootstrap >/dev/null || skip "debootstrap is not installed"
unshare -n true 2>/dev/null || skip "a network cannot be taken away here"

if [ ! -e "$root/ready" ]; then
  rm -rf "$root"
  debootstrap --variant=minbase bookworm "$root" >"$build/debootstrap.log" 2>&1 || { tail -3 "$build/debootstrap.log" >&2; skip "debootstrap could not fetch Debian"; }
  cp /etc/apt/sources.list "$root/etc/apt/" 2>/dev/null || true
  cp -r /etc/apt/sources.list.d /etc/apt/apt.conf.d "$root/etc/apt/" 2>/dev/null || true
  touch "$root/ready"
fi
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
inside() { chroot "$root" env DEBIAN_FRONTEND=noninteractive HOME=/srv/sanaq LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
alone() { unshare -n chroot "$root" env HOME=/srv/sanaq LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }

inside dpkg --purge sanaq libsanaq-dev >/dev/null 2>&1 || true
mkdir -p "$root/packages" "$root/srv/sanaq"
rm -f "$root/packages/"*
cp "${packages[@]}" "$root/packages/"
inside sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends bash-completion man-db desktop-file-utils g++ cmake ninja-build /packages/*.deb' \
  >"$build/apt-inside.log" 2>&1 || { tail -5 "$build/apt-inside.log" >&2; failed "apt could not install the packages"; }

alone sanaq --version
alone sh -c 'rm -rf /srv/sanaq/work && mkdir -p /srv/sanaq/work && cd /srv/sanaq/work && sanaq new my-count >/dev/null && test -e my-count/investigation.toml'
alone sh -c 'cp -r /usr/share/sanaq/examples/oil-town /srv/sanaq/work/town && cd /srv/sanaq/work && sanaq run --yes --json town >run.json 2>run.log' \
  || { tail -5 "$root/srv/sanaq/work/run.log" >&2; failed "the example could not be counted"; }
python3 - "$root/srv/sanaq/work/run.json" <<'PYTHON'
import json, sys
run = json.load(open(sys.argv[1]))
print("the example: documented", run["documented"]["low"], "estimated", round(run["estimate"]["estimate"]["median"]))
PYTHON
alone sh -c 'zcat /usr/share/man/man1/sanaq-link.1.gz | grep -q "Find which records"' || failed "there is no manual page of sanaq link"
alone sh -c 'man sanaq-link 2>/dev/null | cat >/srv/sanaq/work/page.txt; test -s /srv/sanaq/work/page.txt' || failed "man shows nothing"
alone bash -c 'source /usr/share/bash-completion/completions/sanaq; COMP_WORDS=(sanaq est); COMP_CWORD=1; _sanaq; test "${COMPREPLY[*]}" = estimate' \
  || failed "bash completes nothing"
alone desktop-file-validate /usr/share/applications/sanaq.desktop || failed "the desktop entry is not valid"

# A program of somebody else's, against what is installed alone.
alone sh -c 'cmake -S /usr/share/sanaq/examples/use-the-library -B /srv/sanaq/work/use -G Ninja >/srv/sanaq/work/use.log 2>&1 && cmake --build /srv/sanaq/work/use >>/srv/sanaq/work/use.log 2>&1 && /srv/sanaq/work/use/two-lists' \
  >"$build/two-lists.json" || { tail -5 "$root/srv/sanaq/work/use.log" >&2; failed "the example of the library does not build"; }
grep -q '"observed"' "$build/two-lists.json"

# The same again over itself, and gone: no file of ours stays, and what people made stays.
inside dpkg -i /packages/*.deb >/dev/null 2>&1 || failed "it cannot be installed over itself"
inside dpkg --purge sanaq libsanaq-dev >"$build/purge.log" 2>&1 || { cat "$build/purge.log" >&2; failed "it cannot be removed"; }
left=$(find "$root/usr" "$root/etc" "$root/var/lib" -path '*dpkg*' -prune -o -name '*sanaq*' -print | head -3)
[ -z "$left" ] || failed "these stay after a purge: $left"
[ -e "$root/srv/sanaq/work/town/investigation.toml" ] && [ -d "$root/srv/sanaq/.config/sanaq/keys" ] || failed "an investigation or a key went with the package"
echo "the packages were installed, used without a network and removed in a fresh Debian 12"
