#!/bin/bash
# debian.sh BUILD: installs the packages of BUILD/deb into two fresh Debian 12, BUILD/bookworm and BUILD/bookworm-dev, which are kept: the
# program in one, the library in the other; and uses them there without a network. Needs root. Where CI is set, a machine on which this
# cannot be done is a failure; elsewhere it is skipped with a word.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$(realpath "$1")
program=("$build"/deb/sanaq_*.deb)
library=("$build"/deb/libsanaq-dev_*.deb)

skip() {
  echo "skipped: $1" >&2
  [ -z "${CI:-}" ] || exit 1
  exit 0
}
failed() { echo "failed: $1" >&2; exit 1; }
[ "$(id -u)" = 0 ] || skip "this test needs root"
for needed in debootstrap ip unshare; do command -v "$needed" >/dev/null || skip "$needed is not installed"; done
unshare -n true 2>/dev/null || skip "a network cannot be taken away here"

# Where this machine has Debian from, and through whom: the same holds inside. Sources and keys of others stay outside.
mirror=$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(SITE)' 'Created-By: Packages' 2>/dev/null | awk '$1 == "bookworm" && $2 == "main" && $3 ~ /^(https?|file):/ { print $3; exit }' || true)
mirror=${mirror:-http://deb.debian.org/debian}
http_of_apt="" https_of_apt=""
eval "$(apt-config shell http_of_apt Acquire::http::Proxy https_of_apt Acquire::https::Proxy)"
[ -z "${http_of_apt#DIRECT}" ] || export http_proxy=${http_proxy:-$http_of_apt}
[ -z "${https_of_apt#DIRECT}" ] || export https_proxy=${https_proxy:-$https_of_apt}

# tried COMMAND...: three times, since networks fail for a moment.
tried() {
  local pause
  for pause in 5 20 0; do
    if "$@"; then return; fi
    sleep "$pause"
  done
  return 1
}
bootstrap() { rm -rf "$1" && debootstrap --variant=minbase bookworm "$1" "$mirror" >"$build/debootstrap.log" 2>&1 </dev/null; }
# fetched ROOT PACKAGE...: what apt says of it stands in a file.
fetched() {
  local root=$1
  shift
  inside "$root" sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends --allow-downgrades "$@"' - "$@" >"$build/apt-inside.log" 2>&1 </dev/null
}
# fresh_root ROOT PACKAGE...: a Debian 12 with these packages of its own; made once.
fresh_root() {
  local root=$1
  shift
  if [ ! -e "$root/ready" ]; then
    tried bootstrap "$root" || { tail -3 "$build/debootstrap.log" >&2; skip "debootstrap could not fetch Debian from $mirror"; }
    echo "deb $mirror bookworm main" >"$root/etc/apt/sources.list"
    apt-config dump | grep -E '^Acquire::(https?::|Check-|Force|Retries)' >"$root/etc/apt/apt.conf.d/90outside" || true
    echo 'Acquire::Retries "5";' >>"$root/etc/apt/apt.conf.d/90outside"
    # A mirror of one's own may be known to this machine alone.
    mkdir -p "$root/etc/ssl/certs" && cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/" 2>/dev/null || true
    cp -L /etc/resolv.conf "$root/etc/" 2>/dev/null || true
    tried fetched "$root" "$@" || { tail -5 "$build/apt-inside.log" >&2; skip "apt could not fetch Debian's packages"; }
    touch "$root/ready"
  fi
  cp -L /etc/resolv.conf "$root/etc/" 2>/dev/null || true
  inside "$root" dpkg --purge sanaq libsanaq-dev >/dev/null 2>&1 || true
  rm -rf "$root/packages" "$root/srv/sanaq"
  mkdir -p "$root/packages" "$root/srv/sanaq"
}
surroundings=(HOME=/srv/sanaq LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin)
inside() { local root=$1; shift; chroot "$root" env DEBIAN_FRONTEND=noninteractive "${surroundings[@]}" "$@"; }
# The machine talks to itself alone.
alone() { local root=$1; shift; unshare -n sh -c 'ip link set lo up; exec "$@"' - chroot "$root" env "${surroundings[@]}" "$@"; }
# install ROOT FILE...: by apt, which fetches what they depend on.
install() {
  local root=$1
  shift
  cp "$@" "$root/packages/"
  tried fetched "$root" "${@/#*\//\/packages\/}" || { tail -5 "$build/apt-inside.log" >&2; failed "apt could not install $*"; }
}
# What still runs inside ends: nothing writes there while files are compared.
end_inside() {
  local process
  for process in /proc/[0-9]*; do
    [ "$(readlink "$process/root" 2>/dev/null)" != "$1" ] || kill "${process#/proc/}" 2>/dev/null || true
  done
}
version_in() { inside "$1" dpkg-query -W -f '${Version}' sanaq; }

# 1. The program.
root=$build/bookworm
fresh_root "$root" bash-completion man-db desktop-file-utils xdg-utils
install "$root" "${program[@]}"
here=$(version_in "$root")
alone "$root" sanaq --version
alone "$root" sh -c 'mkdir /srv/sanaq/work && cd /srv/sanaq/work && sanaq new my-count >/dev/null && test -e my-count/investigation.toml'
count_example() { alone "$root" sh -c "rm -rf /srv/sanaq/work/$1 && cp -r /usr/share/sanaq/examples/oil-town /srv/sanaq/work/$1 && cd /srv/sanaq/work && sanaq run --yes --json $1" 2>"$build/run.log"; }
count_example town >"$build/run.json" || { tail -5 "$build/run.log" >&2; failed "the example could not be counted"; }
# The same number as that of the program on this machine.
rm -rf "$build/counted-here" && cp -r examples/oil-town "$build/counted-here"
(export HOME="$build/counted-here-home" && mkdir -p "$HOME" && "$build/sanaq" run --yes --json "$build/counted-here") >"$build/run-here.json" 2>/dev/null || failed "the example could not be counted here"
python3 - "$build/run.json" "$build/run-here.json" <<'PYTHON'
import json, sys
there, here = (json.load(open(path)) for path in sys.argv[1:])
for run in (there, here):
    print("the example: documented", run["documented"]["low"], "estimated", run["estimate"]["estimate"]["median"])
assert there["documented"] == here["documented"] and there["estimate"]["estimate"] == here["estimate"]["estimate"], "they differ"
PYTHON
for page in sanaq sanaq-link; do
  alone "$root" sh -c "man $page | cat >/srv/sanaq/work/page.txt" && grep -q NAME "$root/srv/sanaq/work/page.txt" || failed "man shows nothing for $page"
done
alone "$root" sh -c 'test -s /usr/share/man/ru/man1/sanaq-link.1.gz' || failed "there is no Russian manual page"
# As bash-completion itself finds it.
alone "$root" bash -c 'source /usr/share/bash-completion/bash_completion; _load_completion sanaq || __load_completion sanaq; COMP_WORDS=(sanaq est); COMP_CWORD=1; _sanaq; test "${COMPREPLY[*]}" = estimate' 2>/dev/null \
  || failed "bash completes nothing"
for file in zsh/vendor-completions/_sanaq fish/vendor_completions.d/sanaq.fish; do
  test -s "$root/usr/share/$file" || failed "there is no completion $file"
done
alone "$root" desktop-file-validate /usr/share/applications/sanaq.desktop || failed "the desktop entry is not valid"

# The units are there, are off, and systemd understands them.
for unit in system/sanaq.service user/sanaq-workspace@.service; do
  test -s "$root/usr/lib/systemd/$unit" || failed "there is no unit $unit"
done
[ -z "$(find "$root/etc/systemd" -name '*sanaq*' -print 2>/dev/null)" ] || failed "a unit is on that nobody enabled"
! grep -q '^sanaq:' "$root/etc/passwd" || failed "the package made a user"
if command -v systemd-analyze >/dev/null; then
  # Read here, where the program stands elsewhere.
  rm -rf "$build/units" && mkdir -p -m 700 "$build/units"
  for unit in system/sanaq.service user/sanaq-workspace@.service; do
    sed "s#=/usr/bin/sanaq #=$root/usr/bin/sanaq #" "$root/usr/lib/systemd/$unit" >"$build/units/${unit#*/}"
  done
  for unit in "system sanaq.service" "user sanaq-workspace@my-count.service"; do
    XDG_RUNTIME_DIR=$build/units systemd-analyze "--${unit% *}" --man=no verify "$build/units/${unit#* }" >"$build/units.log" 2>&1 ||
      { cat "$build/units.log" >&2; failed "systemd does not understand ${unit#* }"; }
  done
fi

# The line of the desktop entry, as a desktop starts it: without a terminal. It hands an address to the browser.
printf '#!/bin/sh\necho "$1" >/srv/sanaq/work/address\n' >"$root/srv/sanaq/browser"
chmod +x "$root/srv/sanaq/browser"
line=$(sed -n 's/^Exec=//p' "$root/usr/share/applications/sanaq.desktop")
mkdir -m 700 "$root/srv/sanaq/runtime"
alone "$root" env BROWSER=/srv/sanaq/browser DISPLAY=:99 XDG_RUNTIME_DIR=/srv/sanaq/runtime timeout --kill-after=5 20 sh -c "exec $line" </dev/null >"$build/desktop.log" 2>&1 &
for _ in $(seq 100); do
  [ ! -s "$root/srv/sanaq/work/address" ] || break
  sleep 0.2
done
end_inside "$root"
wait || true
grep -Eq '^(http://(127\.0\.0\.1|localhost)|file:///|/)' "$root/srv/sanaq/work/address" 2>/dev/null || { cat "$build/desktop.log" >&2; failed "the desktop entry shows nothing in a browser"; }
echo "the desktop entry hands over $(sed -E 's/[0-9a-zA-Z_-]{20,}/…/g' "$root/srv/sanaq/work/address")"

# 2. An older one under a newer one, and back; an investigation of the older goes on in the newer.
old=$build/deb-old
rm -rf "$old" && mkdir -p "$old"
dpkg-deb -R "${program[0]}" "$old/tree"
sed -i 's/^Version: .*/Version: 0.1.99/' "$old/tree/DEBIAN/control"
dpkg-deb -Zgzip -z1 -b "$old/tree" "$old/sanaq_0.1.99_amd64.deb" >/dev/null
rm -r "$old/tree"
install "$root" "$old"/sanaq_0.1.99_amd64.deb
[ "$(version_in "$root")" = 0.1.99 ] || failed "an older package does not go over a newer one"
count_example older >/dev/null || failed "the older one does not count"
install "$root" "${program[@]}"
[ "$(version_in "$root")" = "$here" ] || failed "a newer package does not go over an older one"
alone "$root" sh -c 'cd /srv/sanaq/work && sanaq run --yes older' >/dev/null 2>&1 || failed "what the older one made does not go on"

# 3. Gone: no file of ours stays, and what people made stays.
mkdir -p "$root/var/spool/sanaq-of-somebody" && echo kept >"$root/var/spool/sanaq-of-somebody/letter"
(cd "$root/srv/sanaq" && find . -type f -exec sha256sum {} + | sort) >"$build/before-purge"
inside "$root" dpkg --purge sanaq >"$build/purge.log" 2>&1 || { cat "$build/purge.log" >&2; failed "it cannot be removed"; }
(cd "$root/srv/sanaq" && find . -type f -exec sha256sum {} + | sort) >"$build/after-purge"
cmp "$build/before-purge" "$build/after-purge" || failed "an investigation or a key went with the package"
grep -q investigation.toml "$build/after-purge" && grep -q '\.config/sanaq/keys' "$build/after-purge" || failed "there was no investigation or no key to leave alone"
for place in investigation.toml .config/sanaq/keys /var/lib/sanaq/spool; do
  grep -q -F "$place" "$build/purge.log" || failed "the package does not say that $place stays"
done
[ -e "$root/var/spool/sanaq-of-somebody/letter" ] || failed "a spool went with the package"
rm -r "$root/var/spool/sanaq-of-somebody"
left=$(find "$root/usr" "$root/etc" "$root/var/lib" -path '*dpkg*' -prune -o -name '*sanaq*' -print | head -3)
[ -z "$left" ] || failed "these stay after a purge: $left"

# 4. The library: a program of somebody else's, against what is installed alone.
root=$build/bookworm-dev
fresh_root "$root" g++ cmake ninja-build
install "$root" "${library[@]}"
mkdir -p "$root/srv/sanaq/work"
alone "$root" sh -c 'cmake -S /usr/share/sanaq/examples/use-the-library -B /srv/sanaq/work/use -G Ninja >/srv/sanaq/work/use.log 2>&1 && cmake --build /srv/sanaq/work/use >>/srv/sanaq/work/use.log 2>&1 && /srv/sanaq/work/use/two-lists' \
  >"$build/two-lists.json" || { tail -5 "$root/srv/sanaq/work/use.log" >&2; failed "the example of the library does not build"; }
grep -q '"observed"' "$build/two-lists.json"
inside "$root" dpkg --purge libsanaq-dev >"$build/purge.log" 2>&1 || { cat "$build/purge.log" >&2; failed "the library cannot be removed"; }
left=$(find "$root/usr" -path '*dpkg*' -prune -o -name '*sanaq*' -print | head -3)
[ -z "$left" ] || failed "these stay after a purge of the library: $left"
echo "the packages were installed, used without a network, replaced and removed in two fresh Debian 12"
