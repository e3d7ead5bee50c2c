#!/bin/sh
# Puts a web server into a network of its own beyond the daemon's, and serves until it is killed.
# usage: outside.sh NETWORK_OF_DAEMON FOLDER PROCESS_IN_THAT_NETWORK
set -e
exec unshare --net /bin/sh -c '
    set -e
    ip link add out1 type veth peer name out0
    ip link set out0 netns "$3"
    ip link set lo up
    ip addr add 203.0.113.2/24 dev out1
    ip addr add 2001:db8:1::2/64 dev out1 nodad
    ip link set out1 up
    nsenter --net="$1" ip addr add 203.0.113.1/24 dev out0
    nsenter --net="$1" ip addr add 2001:db8:1::1/64 dev out0 nodad
    nsenter --net="$1" ip link set out0 up
    ip route add default via 203.0.113.1
    ip route add default via 2001:db8:1::1
    cd "$2"
    python3 -u -m http.server 8000 --bind 2001:db8:1::2 >"$2/served6" 2>&1 &
    exec python3 -u -m http.server 8000 --bind 203.0.113.2 >"$2/served" 2>&1
' sh "$1" "$2" "$3"
