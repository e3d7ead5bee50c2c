# The same changes by two programs, each on copies of the policy and its store that go with this shell.
set -e
mount -t tmpfs none /mnt
mkdir /mnt/policy /mnt/store /mnt/work1 /mnt/work2
mount -t overlay none -o lowerdir=/etc/selinux,upperdir=/mnt/policy,workdir=/mnt/work1 /etc/selinux
mount -t overlay none -o lowerdir=/var/lib/selinux,upperdir=/mnt/store,workdir=/mnt/work2 /var/lib/selinux
set +e
while read -r words; do
    # shellcheck disable=SC2086
    eval semanage $words 2>&1 | grep -v '^libsemanage'
    echo "status ${PIPESTATUS[0]}"
done
files=/etc/selinux/default/contexts/files
cat $files/file_contexts.local $files/file_contexts.subs
