#!/bin/sh
# Runs a command where a daemon is the machine's own: in its network, and with its sockets where stock clients look.
# usage: as_system.sh NETWORK FOLDER_OF_SOCKETS COMMAND [ARGUMENT...]
set -e
network=$1 sockets=$2
shift 2
exec nsenter --net="$network" unshare --mount --propagation private /bin/sh -c '
    set -e
    [ -d /run/libvirt ] || { mount -t tmpfs tmpfs /run; mkdir /run/libvirt; }
    mount --bind "$1" /run/libvirt
    shift
    exec "$@"
' sh "$sockets" "$@"
