# What a run of the tests leaves on the host: processes, network devices, rules, mounts, files. Sourced by ./test.
# shellcheck shell=bash

# Remembers the host as it is, and makes the folder that all temporary files of the run go to.
remember_host() {
    run_id=lodge-test-$$-$(date +%s)
    # Short: the path of a socket below it has 107 characters in all.
    scratch=$(mktemp -d /tmp/lt.XXXXXX)
    chmod 755 "$scratch"
    before=$(mktemp -d /tmp/lt-before.XXXXXX)
    host_state >"$before/state"
}

forget_host() { rm -rf "$scratch" "$before"; }

host_state() {
    ip -o link 2>/dev/null | sed -n 's/^[0-9]*: \([^:@]*\).*/network device \1/p'
    if [ "$(id -u)" = 0 ] && command -v nft >/dev/null; then
        nft list tables 2>/dev/null | sed 's/^table/rules/'
    fi
    cut -d' ' -f2 /proc/self/mounts | sed 's/^/mount /'
    find /dev/shm /run/lodge* /etc/lodge /var/lib/lodge -mindepth 0 -maxdepth 2 2>/dev/null | sed 's/^/file /'
}

# Processes that were started under this run: their environment says so, or their command line names its folder.
run_processes() {
    local folder pid
    for folder in /proc/[0-9]*; do
        pid=${folder#/proc/}
        if [ "$pid" = $$ ] || [ "$pid" = "$BASHPID" ]; then continue; fi
        if { tr "\0" "\n" <"$folder/environ"; } 2>/dev/null | grep -qx "LODGE_TEST_RUN=$run_id" ||
            { tr "\0" " " <"$folder/cmdline"; } 2>/dev/null | grep -qF "$scratch/"; then
            [ "$(sed -n 's/^PPid:\t//p' "$folder/status" 2>/dev/null)" = $$ ] && [ "$(cat "$folder/comm" 2>/dev/null)" = test ] && continue
            echo "process $pid $({ tr "\0" " " <"$folder/cmdline"; } 2>/dev/null | cut -c1-160)"
        fi
    done
}

# leftovers: one line for each thing that is there now and was not before; and ends what still runs.
leftovers() {
    local line
    host_state | sort | comm -13 <(sort "$before/state") -
    find "$scratch" -mindepth 1 -printf 'file %p\n' 2>/dev/null | head -n 20
    run_processes | while read -r line; do
        echo "$line"
        kill -KILL "$(echo "$line" | cut -d' ' -f2)" 2>/dev/null
    done
}
