# What ./build, ./run and ./test share. Sourced; needs $top, the checkout's folder.
# shellcheck shell=bash disable=SC2154

say() { printf '%s: %s\n' "$program" "$*" >&2; }
die() {
    say "$*"
    exit 1
}

# Works without a terminal, with stdin closed, and with a HOME that is missing or not ours.
prepare_environment() {
    [ -e /proc/self/fd/0 ] || exec </dev/null
    if [ -z "${HOME:-}" ] || ! [ -d "$HOME" ] || ! [ -w "$HOME" ]; then
        HOME=$(getent passwd "$(id -u)" | cut -d: -f6)
        if [ -z "$HOME" ] || ! [ -w "$HOME" ]; then HOME=$top/artifacts/home; fi
        mkdir -p "$HOME"
        export HOME
    fi
    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
    export MSBUILDDISABLENODEREUSE=1 MSBUILDTERMINALLOGGER=off
    share_compiler
    mkdir -p "$top/artifacts"
}

# One compiler process serves the builds of a command and of the commands that it calls, and ends with it.
share_compiler() {
    [ -z "${SharedCompilationId:-}" ] || return 0
    export UseSharedCompilation=true SharedCompilationId=lodge-$$
    trap end_compiler EXIT
}

# Once nothing more is to be built; the end of the command calls it too.
end_compiler() {
    local line
    for line in /proc/[0-9]*/cmdline; do
        if tr '\0' '\n' <"$line" 2>/dev/null | grep -qx -- "-pipename:$SharedCompilationId"; then kill "$(basename "${line%/cmdline}")"; fi
    done
}

# as_root COMMAND...: as it is for root, through sudo for a user who may; fails where neither is so.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        return 1
    fi
}

# deb_missing / rpm_missing NAMES...: those of the packages that are not installed.
deb_missing() {
    local name
    for name in "$@"; do
        dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || echo "$name"
    done
}
rpm_missing() {
    local name
    for name in "$@"; do rpm -q --whatprovides "$name" >/dev/null 2>&1 || echo "$name"; done
}

# ensure_packages build|run|test: installs what tools/shell/packages lists and the machine has not.
ensure_packages() {
    local names missing
    if command -v apt-get >/dev/null; then
        names=$(package_names "$1" deb)
        # shellcheck disable=SC2086
        missing=$(deb_missing $names | paste -sd' ')
        [ -n "$missing" ] || return 0
        say "installing $missing"
        # shellcheck disable=SC2086
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null 2>&1 ||
            { as_root apt-get update -qq &&
                as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null; } ||
            missing_packages "apt-get install" "$missing"
    elif command -v dnf >/dev/null; then
        names=$(package_names "$1" rpm)
        # shellcheck disable=SC2086
        missing=$(rpm_missing $names | paste -sd' ')
        [ -n "$missing" ] || return 0
        say "installing $missing"
        # shellcheck disable=SC2086
        as_root dnf install -y -q $missing || missing_packages "dnf install" "$missing"
    else
        say "neither apt-get nor dnf is here; taking for granted what 'tools/shell/packages' lists"
    fi
}

missing_packages() { die "these packages are missing, and this user may not install them; as root: $1 $2"; }

# package_names WHAT KIND: the lines "WHAT KIND names…" of the list.
package_names() { sed -n "s/^$1 $2 //p" "$top/tools/shell/packages" | tr '\n' ' '; }

# The SDK that global.json asks for.
ensure_dotnet() {
    local folder
    for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /opt/dotnet; do
        if ! command -v dotnet >/dev/null && [ -n "$folder" ] && [ -x "$folder/dotnet" ]; then
            PATH=$folder:$PATH
        fi
    done
    if ! (cd "$top" && dotnet --version >/dev/null 2>&1); then
        say "no .NET SDK 10 here; trying the package dotnet-sdk-10.0"
        if command -v apt-get >/dev/null; then
            as_root apt-get install -y -qq dotnet-sdk-10.0 >/dev/null 2>&1
        elif command -v dnf >/dev/null; then
            as_root dnf install -y -q dotnet-sdk-10.0 >/dev/null 2>&1
        fi
        (cd "$top" && dotnet --version >/dev/null 2>&1) ||
            die "the .NET SDK 10 is missing; https://dotnet.microsoft.com/download/dotnet/10.0 tells how to install it"
    fi
}

# One name for a state of the sources: a build that is still true is not made again.
source_stamp() {
    (cd "$top" && find src protocol Directory.Build.props Directory.Packages.props global.json -type f \
        -not -path '*/bin/*' -not -path '*/obj/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}
