#!/bin/bash
# A host of its own for one installation: network, sockets, storage and devices are private, and its CD drive holds an image.
# Its processes are its own too: those that outlive the daemon (DHCP servers, guests) end with the script.
# usage: unshare --net --pid --fork --mount --mount-proc title_install.sh LODGED VIRT_INSTALL VIRSH ISO SCRIPT.exp
set -e
lodged=$1 virt_install=$2 virsh=$3 iso=$4 script=$5
ip link set lo up
work=$(mktemp -d)
iso_copy=$work/cd.iso
cp "$iso" "$iso_copy"
chmod 755 "$work"
folders="/run /var/lib/libvirt /etc/lodge /var/lib/lodge /var/log/lodge" made=""
for folder in $folders; do
    [ -d "$folder" ] || { mkdir "$folder"; made="$made $folder"; }
    mount -t tmpfs -o mode=755 tmpfs "$folder"
done
# What was made to mount upon goes again.
leave() {
    kill "$daemon" 2>/dev/null
    wait "$daemon"
    rm -rf "$work"
    for folder in $made; do umount -l "$folder" && rmdir "$folder"; done
}
mkdir /run/dev
mount -t tmpfs -o mode=755 tmpfs /run/dev
for node in null zero full random urandom tty kvm net; do [ -e /dev/$node ] && cp -a /dev/$node /run/dev/; done
mkdir /run/dev/pts /run/dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=0620 devpts /run/dev/pts
chmod 1777 /run/dev/shm
ln -s pts/ptmx /run/dev/ptmx
ln -s /proc/self/fd /run/dev/fd
ln -s "$iso_copy" /run/dev/cdrom
mount --move /run/dev /dev

"$lodged" --ready-fd 3 3>/run/ready >/run/lodged.log 2>&1 &
daemon=$!
trap leave EXIT
for _ in $(seq 300); do [ -s /run/ready ] && break; sleep 0.1; done
[ -s /run/ready ] || { cat /run/lodged.log; exit 1; }
/usr/bin/expect "$script" "$virt_install" "$virsh"
