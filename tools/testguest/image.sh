# Makes the kernel and the initrd out of unpacked packages. Sourced by build.
# shellcheck shell=bash disable=SC2154

# Drivers of the devices that a machine of QEMU has; what they depend on comes along.
guest_modules="button evdev i8042 atkbd serio_raw virtio_pci virtio_mmio virtio_blk virtio_scsi virtio_net virtio_console
    virtio_balloon virtio_rng virtio_input virtiofs virtio-mem vmw_vsock_virtio_transport 9p 9pnet_virtio
    ahci ata_piix ata_generic sd_mod sr_mod e1000 e1000e 8139cp vmxnet3 rtl8139 xhci_pci ehci_pci uhci_hcd usb_storage
    usbhid hid_generic nvme i6300esb iTCO_wdt ib700wdt pvpanic-pci pvpanic-mmio qemu_fw_cfg tpm_crb tpm_tis
    isofs vfat nls_cp437 nls_ascii nls_iso8859_1 ext4 crc32c_generic crc32c-intel xfs af_packet ipv6"

# tool NAME: the program NAME of the unpacked packages, run with the libraries unpacked beside it.
tool() {
    local name=$1 path
    shift
    path=$(find "$work/unpacked" -path "*bin/$name" \( -type f -o -type l \) | head -n 1)
    if [ -z "$path" ]; then
        command -v "$name" >/dev/null || { echo "build: no program '$name' here, nor in the packages" >&2; return 1; }
        "$name" "$@"
    else
        run_unpacked "$path" "$@"
    fi
}

loader() { find "$work/unpacked" -name 'ld-linux-x86-64.so.2' | head -n 1; }
library_folders() {
    find "$work/unpacked" \( -path '*/lib/*' -o -path '*/lib64/*' \) -name 'lib*.so*' -printf '%h\n' | sort -u | paste -sd:
}
run_unpacked() {
    local path=$1 ld
    shift
    ld=$(loader)
    if [ -n "$ld" ] && head -c 4 "$path" | grep -q ELF; then
        "$ld" --library-path "$(library_folders)" "$path" "$@"
    else
        "$path" "$@"
    fi
}

# decompress MAGIC COMMAND...: the ELF kernel inside the packaged one, if it was compressed that way.
extract_kernel() {
    local magic=$1 offset
    shift
    for offset in $(LC_ALL=C grep -obUaP "$magic" "$out/vmlinuz.new" | cut -d: -f1 | head -n 8); do
        tail -c +$((offset + 1)) "$out/vmlinuz.new" | "$@" >"$work/vmlinux" 2>/dev/null || true
        [ "$(head -c 4 "$work/vmlinux" | tr -d '\177')" = ELF ] && return 0
    done
    return 1
}

build_kernel() {
    local image
    image=$(find "$work/unpacked" \( -path '*/boot/vmlinuz-*' -o -path '*/modules/*/vmlinuz' \) -type f | head -n 1)
    [ -n "$image" ] || { echo "build: the kernel package has no vmlinuz" >&2; exit 1; }
    cp "$image" "$out/vmlinuz.new"
    modules=$(find "$work/unpacked" -type d -path '*/lib/modules/*/kernel' | head -n 1)
    modules=${modules%/kernel}
    kernel_release=${modules##*/}
    if ! extract_kernel '\x02\x21\x4c\x18' tool lz4 -dc && ! extract_kernel '\x28\xb5\x2f\xfd' tool zstd -dc &&
        ! extract_kernel '\xfd7zXZ\x00' tool xz -dc && ! extract_kernel '\x1f\x8b\x08' gzip -dc; then
        echo "build: the kernel is compressed in a way this script does not know" >&2
        exit 1
    fi
    mv "$work/vmlinux" "$out/vmlinux"
    mv "$out/vmlinuz.new" "$out/vmlinuz"
    echo "console=ttyS0 quiet mitigations=off cryptomgr.notests random.trust_cpu=on no_timer_check tsc=reliable" >"$out/cmdline"
}

module_file() {
    local dashed=${1//_/-} scored=${1//-/_}
    find "$modules/kernel" \( -name "$dashed.ko*" -o -name "$scored.ko*" -o -name "$1.ko*" \) | head -n 1
}

unpack_module() {
    case $1 in
        *.ko) cp "$1" "$2" ;;
        *.ko.xz) tool xz -dc "$1" >"$2" ;;
        *.ko.zst) tool zstd -dc "$1" >"$2" ;;
        *.ko.gz) gzip -dc "$1" >"$2" ;;
    esac
}

# Copies the modules and all they depend on; a driver that is built in, or absent from this kernel, is passed over.
copy_modules() {
    local target=$1 queue name file plain
    queue=$guest_modules
    mkdir -p "$target/kernel"
    while [ -n "${queue// /}" ]; do
        # shellcheck disable=SC2086
        set -- $queue
        queue=''
        for name in "$@"; do
            file=$(module_file "$name")
            [ -n "$file" ] || continue
            plain=$(basename "${file%.ko*}").ko
            [ -e "$target/kernel/$plain" ] && continue
            unpack_module "$file" "$target/kernel/$plain"
            queue+=" $(tr '\0' '\n' <"$target/kernel/$plain" | sed -n 's/^depends=//p' | tr ',' ' ')"
        done
    done
    cp "$modules"/modules.{builtin,order} "$target/" 2>/dev/null || true
}

copy_agent() {
    local root=$1 agent library
    agent=$(find "$work/unpacked" -name qemu-ga -type f | head -n 1)
    cp "$agent" "$root/usr/sbin/qemu-ga"
    # One folder of libraries under the names where Debian's and Fedora's loaders look.
    mkdir -p "$root/lib64" "$root/lib"
    ln -s ../lib64 "$root/lib/x86_64-linux-gnu"
    cp -L "$(loader)" "$root/lib64/"
    "$(loader)" --library-path "$(library_folders)" --list "$agent" | sed -n 's/.*=> \(\/[^ ]*\) .*/\1/p' |
        while read -r library; do cp -L "$library" "$root/lib64/"; done
}

build_initrd() {
    local root=$work/root applet busybox
    busybox=$(find "$work/unpacked" -path '*bin/busybox' -type f | head -n 1)
    mkdir -p "$root"/{bin,sbin,usr/bin,usr/sbin,etc,proc,sys,dev,run,tmp,root,data,mnt,var/log,var/run}
    cp "$busybox" "$root/bin/busybox"
    for applet in $("$busybox" --list); do [ "$applet" = busybox ] || ln -s /bin/busybox "$root/bin/$applet"; done
    cp -R "$here/rootfs/." "$root/"
    # The guest's own commands go before busybox's of the same name, which take two seconds to stop a machine.
    for applet in poweroff reboot halt shutdown; do rm -f "$root/bin/$applet"; ln -s power "$root/sbin/$applet"; done
    # Where the kernel itself looks for it when a driver or a file system is wanted.
    ln -s /bin/busybox "$root/sbin/modprobe"
    # Links into the guest point at nothing here.
    find "$root/init" "$root/sbin" "$root/etc/udhcpc" "$root/etc/acpi/PWRF" -type f -exec chmod 755 {} +
    chmod 600 "$root/etc/shadow"
    copy_modules "$root/lib/modules/$kernel_release"
    "$busybox" depmod -b "$root" "$kernel_release"
    copy_agent "$root"
    (cd "$root" && find . | sort | "$busybox" cpio -o -H newc -R 0:0 2>/dev/null) >"$work/initrd"
    mv "$work/initrd" "$out/initrd"
}
