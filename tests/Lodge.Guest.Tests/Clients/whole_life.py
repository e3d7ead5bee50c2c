#!/usr/bin/python3
"""Takes a guest through its whole life with the stock libvirt client library, and fails at the first thing that differs.

usage: whole_life.py URI < guest.xml
"""
import sys
import threading
import xml.etree.ElementTree as ET

import libvirt

libvirt.registerErrorHandler(lambda *_: None, None)
libvirt.virEventRegisterDefaultImpl()
threading.Thread(target=lambda: [libvirt.virEventRunDefaultImpl() for _ in iter(int, 1)], daemon=True).start()

connection = libvirt.open(sys.argv[1])
xml = sys.stdin.read()
name = ET.fromstring(xml).findtext("name")
happened = []
changed = threading.Condition()


def on_lifecycle(_connection, domain, event, detail, _opaque):
    with changed:
        happened.append((event, detail))
        changed.notify_all()


def on_reboot(_connection, domain, _opaque):
    with changed:
        happened.append("reboot")
        changed.notify_all()


def await_event(what, seconds=60):
    with changed:
        if not changed.wait_for(lambda: what in happened, seconds):
            raise SystemExit(f"no event {what} in {seconds} s; what came: {happened}")
        del happened[: happened.index(what) + 1]


def expect(what, found, wanted):
    if found != wanted:
        raise SystemExit(f"{what}: {found!r} and not {wanted!r}")


def refused(code, call, *arguments):
    try:
        call(*arguments)
    except libvirt.libvirtError as error:
        expect(f"error of {call.__name__}", error.get_error_code(), code)
        return
    raise SystemExit(f"{call.__name__} was not refused")


class Console:
    """What the guest writes on its console, read by a stream as virsh does."""

    def __init__(self, domain):
        self.text = b""
        self.stream = connection.newStream(0)
        domain.openConsole(None, self.stream, libvirt.VIR_DOMAIN_CONSOLE_FORCE)
        self.arrived = threading.Condition()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        while True:
            try:
                data = self.stream.recv(4096)
            except libvirt.libvirtError:
                data = b""
            with self.arrived:
                self.text = self.text + data if data else self.text + b"<end>"
                self.arrived.notify_all()
            if not data:
                return

    def wait(self, text, seconds=60):
        with self.arrived:
            if not self.arrived.wait_for(lambda: text in self.text, seconds):
                raise SystemExit(f"the console never said {text!r}; it said {self.text[-2000:]!r}")
            self.text = self.text[self.text.index(text) + len(text):]

    def say(self, text):
        self.stream.send(text)


domain = connection.defineXML(xml)
connection.domainEventRegisterAny(domain, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, on_lifecycle, None)
connection.domainEventRegisterAny(domain, libvirt.VIR_DOMAIN_EVENT_ID_REBOOT, on_reboot, None)
expect("active", domain.isActive(), 0)
expect("persistent", domain.isPersistent(), 1)
refused(libvirt.VIR_ERR_OPERATION_INVALID, domain.destroy)
refused(libvirt.VIR_ERR_OPERATION_INVALID, domain.suspend)

domain.setAutostart(1)
expect("autostart", domain.autostart(), 1)
domain.setAutostart(0)
expect("autostart", domain.autostart(), 0)

domain.create()
await_event((libvirt.VIR_DOMAIN_EVENT_STARTED, libvirt.VIR_DOMAIN_EVENT_STARTED_BOOTED))
expect("state", domain.state(), [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_BOOTED])
refused(libvirt.VIR_ERR_OPERATION_INVALID, domain.create)
console = Console(domain)
console.wait(b"login:")
console.say(b"root\n")
console.wait(b"#")
console.say(b"echo $((6 * 7))-is-the-answer\n")
console.wait(b"42-is-the-answer")

domain.suspend()
await_event((libvirt.VIR_DOMAIN_EVENT_SUSPENDED, libvirt.VIR_DOMAIN_EVENT_SUSPENDED_PAUSED))
expect("state", domain.state(), [libvirt.VIR_DOMAIN_PAUSED, libvirt.VIR_DOMAIN_PAUSED_USER])
domain.resume()
await_event((libvirt.VIR_DOMAIN_EVENT_RESUMED, libvirt.VIR_DOMAIN_EVENT_RESUMED_UNPAUSED))
expect("state", domain.state(), [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_UNPAUSED])
console.say(b"echo $((7 * 7))-after-the-pause\n")
console.wait(b"49-after-the-pause")

expect("memory in the statistics", "actual" in domain.memoryStats(), True)
expect("vCPUs", domain.info()[3], 1)
identifier = domain.ID()
expect("look-up by id", connection.lookupByID(identifier).name(), name)

domain.reboot(libvirt.VIR_DOMAIN_REBOOT_ACPI_POWER_BTN)
await_event("reboot")
console.wait(b"login:")
expect("id after a reboot", domain.ID(), identifier)

domain.shutdown()
await_event((libvirt.VIR_DOMAIN_EVENT_SHUTDOWN, libvirt.VIR_DOMAIN_EVENT_SHUTDOWN_GUEST))
await_event((libvirt.VIR_DOMAIN_EVENT_STOPPED, libvirt.VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN))
console.wait(b"<end>")
expect("state", domain.state(), [libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_SHUTDOWN])

domain.create()
await_event((libvirt.VIR_DOMAIN_EVENT_STARTED, libvirt.VIR_DOMAIN_EVENT_STARTED_BOOTED))
domain.destroy()
await_event((libvirt.VIR_DOMAIN_EVENT_STOPPED, libvirt.VIR_DOMAIN_EVENT_STOPPED_DESTROYED))
expect("state", domain.state(), [libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_DESTROYED])
domain.undefine()
await_event((libvirt.VIR_DOMAIN_EVENT_UNDEFINED, libvirt.VIR_DOMAIN_EVENT_UNDEFINED_REMOVED))
refused(libvirt.VIR_ERR_NO_DOMAIN, connection.lookupByName, name)
print("whole life")
