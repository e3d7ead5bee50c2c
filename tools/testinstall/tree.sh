# Makes the installer's memory disk, its tree and its image. Sourced by build.
# shellcheck shell=bash disable=SC2154

volume=Fedora-S-dvd-x86_64-37

# The packages of the test guest, which its own build keeps.
unpack_packages() {
    local package
    mkdir -p "$work/unpacked"
    for package in "$guest"/packages/*/*; do
        case $package in
            *.deb) dpkg-deb -x "$package" "$work/unpacked" ;;
            *.rpm) (cd "$work/unpacked" && rpm2cpio "$package" | cpio -idmu --quiet) ;;
        esac
    done
    busybox=$(find "$work/unpacked" -path '*bin/busybox' -type f | head -n 1)
}

pack() { (cd "$1" && find . | sort | "$busybox" cpio -o -H newc -R 0:0 2>/dev/null); }

# copy_program ROOT NAME: a program and the libraries it needs, where the test guest's loader looks for them.
copy_program() {
    local path library
    path=$(find "$work/unpacked" -path "*bin/$2" -type f | head -n 1)
    [ -n "$path" ] || { echo "build: the packages have no program '$2'" >&2; exit 1; }
    mkdir -p "$1/sbin" "$1/lib64"
    cp "$path" "$1/sbin/$2"
    "$(loader)" --library-path "$(library_folders)" --list "$path" | sed -n 's/.*=> \(\/[^ ]*\) .*/\1/p' |
        while read -r library; do cp -L "$library" "$1/lib64/"; done
}

# The memory disk that the installed system starts with: it mounts the root file system and goes on there.
build_boot_initrd() {
    local root=$work/boot modules name
    mkdir -p "$root"/{bin,dev,proc,sys,target} "$work/guest"
    cp "$busybox" "$root/bin/busybox"
    for name in sh mount insmod findfs switch_root cat; do ln -s busybox "$root/bin/$name"; done
    cp "$here/boot/init" "$root/init"
    chmod 755 "$root/init"
    (cd "$work/guest" && "$busybox" cpio -i -d <"$guest/initrd" 2>/dev/null)
    modules=$(echo "$work"/guest/lib/modules/*)
    # In the order in which they need each other.
    for name in virtio_pci virtio_blk virtio_scsi sd_mod ata_piix ahci ext4 crc32c_generic; do
        module_order "$modules" "$name"
    done | awk 'NF && !seen[$0]++' >"$work/order"
    mkdir -p "$root/modules"
    while read -r name; do
        cp "$modules/$name" "$root/modules/"
        basename "$name" >>"$root/modules/order"
    done <"$work/order"
    pack "$root" | gzip -1 >"$1"
}

# module_order FOLDER NAME: the files of a module and of all that it needs, those first.
module_order() {
    local line
    line=$(grep -E "(^|/)${2//[_-]/[_-]}\.ko:" "$1/modules.dep" || true)
    [ -n "$line" ] || return 0
    # shellcheck disable=SC2086
    printf '%s\n' ${line#*:} | "$busybox" tac
    echo "${line%%:*}"
}

build_installer() {
    local root=$work/installer share
    share=$root/usr/share/lodge
    mkdir -p "$share" "$root/target"
    cp -R "$here/rootfs/." "$root/"
    chmod 755 "$root"/sbin/* "$root/etc/rc.local"
    copy_program "$root" sfdisk
    copy_program "$root" mke2fs
    cp "$guest/vmlinuz" "$share/vmlinuz"
    build_boot_initrd "$share/initrd.img"
    cp "$(find "$work/unpacked" -path '*/i386-pc/boot.img' | head -n 1)" "$share/boot.img"
    # shellcheck disable=SC2016
    printf 'search --set=root --file /lodge-boot.cfg\nconfigfile ($root)/lodge-boot.cfg\n' >"$work/early.cfg"
    grub_image i386-pc '(hd0,msdos1)/' "$share/core.img" -c "$work/early.cfg" biosdisk ext2
}

build_tree() {
    local tree=$work/tree file
    mkdir -p "$tree/images/pxeboot" "$tree/Packages" "$work/package/etc"
    cp "$guest/vmlinuz" "$tree/images/pxeboot/vmlinuz"
    { cat "$guest/initrd"; pack "$work/installer"; } | gzip -1 >"$tree/images/pxeboot/initrd.img"
    echo 'Lodge test system 37 (installed from its packages)' >"$work/package/etc/lodge-release"
    tar -C "$work/package" -czf "$tree/Packages/lodge-release.tar.gz" etc
    {
        printf '[general]\nname = Fedora 37\nfamily = Fedora\nversion = 37\nvariant = Server\narch = x86_64\n'
        printf 'platforms = x86_64,xen\n\n[images-x86_64]\nkernel = images/pxeboot/vmlinuz\n'
        printf 'initrd = images/pxeboot/initrd.img\n\n[images-xen]\nkernel = images/pxeboot/vmlinuz\n'
        printf 'initrd = images/pxeboot/initrd.img\n\n[checksums]\n'
        for file in images/pxeboot/vmlinuz images/pxeboot/initrd.img; do
            echo "$file = sha256:$(sha256sum "$tree/$file" | cut -d' ' -f1)"
        done
    } >"$tree/.treeinfo"
}

# Starts by GRUB's own loader for CDs, which has the file system of the image built in.
build_iso() {
    local image=$work/image
    cp -Rl "$work/tree" "$image"
    mkdir -p "$image/isolinux" "$image/boot/grub"
    ln "$work/tree/images/pxeboot/vmlinuz" "$image/isolinux/vmlinuz"
    ln "$work/tree/images/pxeboot/initrd.img" "$image/isolinux/initrd.img"
    cat >"$image/boot/grub/grub.cfg" <<TEXT
serial --unit=0 --speed=115200
terminal_output console serial
linux /isolinux/vmlinuz $(sed 's/console=ttyS0/console=tty0 console=ttyS0/' "$guest/cmdline") inst.stage2=hd:LABEL=$volume
initrd /isolinux/initrd.img
boot
TEXT
    tool grub-mkimage -d "$(find "$work/unpacked" -type d -path '*/grub/i386-pc' | head -n 1)" -O i386-pc-eltorito \
        -p /boot/grub -o "$image/boot/grub/eltorito.img" biosdisk iso9660 linux normal configfile serial terminal
    xorriso -as mkisofs -quiet -R -J -V "$volume" -sysid LINUX -o "$work/installer.iso" \
        -b boot/grub/eltorito.img -no-emul-boot -boot-load-size 4 -boot-info-table "$image" 2>"$work/xorriso.log" ||
        { cat "$work/xorriso.log" >&2; exit 1; }
}
