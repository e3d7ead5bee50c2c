/*
 * SELinux as on a host that has it, permissive: for hosts whose kernel has none. Labels of files are real attributes,
 * the policy's files are real too, and all that is not here is in the real library, which stands behind this one under
 * another name; what threads are told is written down.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int note(const char *what, const char *label) {
    const char *path = getenv("LODGE_SELINUX_LOG");
    FILE *log = path ? fopen(path, "a") : NULL;
    if (!log) return 0;
    fprintf(log, "%s %s\n", what, label ? label : "-");
    return fclose(log);
}

static int own(char **label) {
    *label = strdup("system_u:system_r:virtd_t:s0-s0:c0.c1023");
    return *label ? 0 : -1;
}

int is_selinux_enabled(void) { return 1; }
int security_getenforce(void) { return 0; }
int getcon_raw(char **label) { return own(label); }
int getpidcon_raw(int pid, char **label) { (void)pid; return own(label); }
int setexeccon_raw(const char *label) { return note("program", label); }
int setsockcreatecon_raw(const char *label) { return note("socket", label); }
int security_check_context_raw(const char *label) { (void)label; return 0; }
int security_get_boolean_active(const char *name) { (void)name; return -1; }
int selinux_check_access(const char *a, const char *b, const char *c, const char *d, void *e) {
    (void)a, (void)b, (void)c, (void)d, (void)e;
    return 0;
}
