# Makes disk images that boot by themselves, by BIOS and by UEFI. Sourced by build.
# shellcheck shell=bash disable=SC2154

mebibyte=$((1024 * 1024))
boot_start=1 boot_size=96 data_size=64 # in MiB; the loader's core lies in the first MiB, behind the boot sector

grub_config() {
    # No menu: nothing waits for a key, and none that comes by chance stops the boot.
    cat <<TEXT
serial --unit=0 --speed=115200
terminal_output console serial
linux /vmlinuz $(cat "$out/cmdline")
initrd /initrd
boot
TEXT
}

# grub_image FORMAT PREFIX FILE MODULES...: a loader that finds its configuration on the boot partition.
grub_image() {
    local format=$1 prefix=$2 file=$3
    shift 3
    tool grub-mkimage -d "$(find "$work/unpacked" -type d -path "*/grub/$format" | head -n 1)" -O "$format" \
        -p "$prefix" -o "$file" "$@" part_msdos fat linux normal configfile serial terminal search test
}

build_disk() {
    local image=$work/disk.raw boot=$work/boot.fat
    # shellcheck disable=SC2016
    printf 'search --set=root --file /lodge-guest\nset prefix=($root)/boot/grub\n' >"$work/early.cfg"
    grub_config >"$work/grub.cfg"
    grub_image i386-pc '(hd0,msdos1)/boot/grub' "$work/core.img" -c "$work/early.cfg" biosdisk
    grub_image x86_64-efi /boot/grub "$work/BOOTX64.EFI" -c "$work/early.cfg" all_video

    truncate -s $((boot_size * mebibyte)) "$boot"
    tool mformat -i "$boot" -F -v LODGE ::
    tool mmd -i "$boot" ::/boot ::/boot/grub ::/EFI ::/EFI/BOOT
    : >"$work/lodge-guest"
    tool mcopy -i "$boot" "$out/vmlinuz" "$out/initrd" "$work/lodge-guest" ::/
    tool mcopy -i "$boot" "$work/grub.cfg" ::/boot/grub/grub.cfg
    tool mcopy -i "$boot" "$work/BOOTX64.EFI" ::/EFI/BOOT/BOOTX64.EFI

    truncate -s $(((boot_start + boot_size + data_size) * mebibyte)) "$image"
    tool sfdisk -q "$image" <<TEXT
label: dos
start=$((boot_start * 2048)), size=$((boot_size * 2048)), type=ef, bootable
start=$(((boot_start + boot_size) * 2048)), size=$((data_size * 2048)), type=83
TEXT
    # The boot sector's first 440 bytes are code, then comes the table of partitions; the core follows at sector 1.
    dd if="$(find "$work/unpacked" -path '*/i386-pc/boot.img' | head -n 1)" of="$image" bs=1 count=440 conv=notrunc status=none
    dd if="$work/core.img" of="$image" bs=512 seek=1 conv=notrunc status=none
    dd if="$boot" of="$image" bs=$mebibyte seek=$boot_start conv=notrunc,sparse status=none
    truncate -s $((data_size * mebibyte)) "$work/data.ext4"
    tool mke2fs -q -t ext4 -L lodge-data "$work/data.ext4"
    dd if="$work/data.ext4" of="$image" bs=$mebibyte seek=$((boot_start + boot_size)) conv=notrunc,sparse status=none

    mv "$image" "$out/disk.raw"
    if command -v qemu-img >/dev/null; then
        qemu-img convert -O qcow2 "$out/disk.raw" "$out/disk.qcow2"
    else
        echo "build: no qemu-img here, so there is disk.raw and no disk.qcow2" >&2
    fi
}
