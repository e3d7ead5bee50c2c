# Downloads the distribution's packages and unpacks them below $work/unpacked. Sourced by build.
# shellcheck shell=bash disable=SC2154

# fetch_packages guest|disk: leaves the files of the packages in $work/unpacked.
fetch_packages() {
    mkdir -p "$work/unpacked" "$out/packages"
    if command -v apt-get >/dev/null; then
        fetch_deb "$1"
    elif command -v dnf >/dev/null; then
        fetch_rpm "$1"
    else
        echo "build: neither apt-get nor dnf is here; packages come from one of them" >&2
        exit 1
    fi
}

# A machine with no package lists yet, and nobody to fetch them as root: lists of our own, below $out.
apt_options=()
have_lists() { apt-cache "${apt_options[@]}" show busybox-static >/dev/null 2>&1; }
prepare_apt() {
    have_lists && return
    if [ "$(id -u)" = 0 ]; then
        apt-get update -qq
    else
        mkdir -p "$out/apt/lists/partial" "$out/apt/cache/archives/partial"
        apt_options=(-o "Dir::State::lists=$out/apt/lists" -o "Dir::Cache=$out/apt/cache" -o "Debug::NoLocking=1")
        apt-get "${apt_options[@]}" update -qq
    fi
    have_lists || { echo "build: the package lists name no busybox-static (on Ubuntu, enable 'universe')" >&2; exit 1; }
}

apt_depends() {
    apt-cache "${apt_options[@]}" depends --important "$@" | sed -n 's/^ *|\?\(Pre\)\?Depends: \([^<>]*\)$/\2/p' | sort -u
}

# The libraries that a package needs, and those that they need.
library_closure() {
    local known='' level
    level=$(apt_depends "$@" | grep -E '^(lib|zlib)' || true)
    while [ -n "$level" ]; do
        known=$(printf '%s\n%s' "$known" "$level" | sort -u)
        # shellcheck disable=SC2086
        level=$(apt_depends $level | grep -E '^(lib|zlib)' | grep -vxF "$known" || true)
    done
    # shellcheck disable=SC2086
    echo $known
}

# The package that a meta-package such as linux-image-amd64 stands for, and the modules that Ubuntu keeps apart.
kernel_packages() {
    local meta image
    for meta in linux-image-amd64 linux-image-virtual linux-image-generic; do
        image=$(apt_depends "$meta" 2>/dev/null | grep -E '^linux-image-[0-9].*' | head -n 1 || true)
        [ -n "$image" ] && break
    done
    [ -n "$image" ] || { echo "build: the package lists name no kernel image" >&2; exit 1; }
    echo "$image" "$(apt_depends "$image" | grep -E '^linux-modules-[0-9]' || true)"
}

fetch_deb() {
    local names deb
    prepare_apt
    case $1 in
        guest) names="$(kernel_packages) busybox-static qemu-guest-agent lz4 zstd xz-utils $(library_closure qemu-guest-agent lz4 zstd xz-utils)" ;;
        disk) names="grub-common grub-pc-bin grub-efi-amd64-bin mtools fdisk e2fsprogs $(library_closure grub-common mtools fdisk e2fsprogs)" ;;
    esac
    mkdir -p "$work/download"
    # apt's own cache in $out/packages makes a second build work without a network.
    # shellcheck disable=SC2086
    (cd "$work/download" && apt-get "${apt_options[@]}" download -qq $names 2>"$work/apt.log") || {
        if [ -e "$out/packages/$1.complete" ]; then
            echo "build: download failed, taking the packages of the last build" >&2
            cp "$out/packages/$1"/*.deb "$work/download/"
        else
            cat "$work/apt.log" >&2
            exit 1
        fi
    }
    for deb in "$work/download"/*.deb; do
        dpkg-deb -x "$deb" "$work/unpacked"
    done
    rm -rf "${out:?}/packages/$1" && mv "$work/download" "$out/packages/$1" && touch "$out/packages/$1.complete"
}

fetch_rpm() {
    local names rpm
    case $1 in
        guest)
            names="kernel-core kernel-modules-core kernel-modules busybox qemu-guest-agent glibc glib2 systemd-libs libgcc
                pcre2 numactl-libs liburing libselinux zlib-ng-compat zlib libcap libffi libmount libblkid lz4 zstd xz xz-libs"
            ;;
        disk) names="grub2-tools grub2-tools-minimal grub2-pc-modules grub2-efi-x64-modules mtools util-linux e2fsprogs e2fsprogs-libs libcom_err" ;;
    esac
    mkdir -p "$work/download"
    # A name that one release has and another has not (zlib, zlib-ng-compat) is no error; what is missing shows below.
    # shellcheck disable=SC2086
    dnf download -q --skip-unavailable --arch x86_64 --arch noarch --destdir "$work/download" $names ||
        dnf download -q --setopt=strict=0 --arch x86_64 --arch noarch --destdir "$work/download" $names
    for rpm in "$work/download"/*.rpm; do
        (cd "$work/unpacked" && rpm2cpio "$rpm" | cpio -idmu --quiet)
    done
    rm -rf "${out:?}/packages/$1" && mv "$work/download" "$out/packages/$1" && touch "$out/packages/$1.complete"
}
