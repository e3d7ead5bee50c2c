using Lodge.Model.Capabilities;

namespace Lodge.Model.Tests.Capabilities;

public sealed class CapabilitiesXmlTests
{
    [Fact]
    public void A_host_with_everything_is_written_as_libvirt_writes_it() => Assert.Equal(
        """
        <capabilities>

          <host>
            <uuid>8f0f6f6c-1f3d-4d3c-9d6a-2b1f0d8f5a11</uuid>
            <cpu>
              <arch>x86_64</arch>
              <model>EPYC</model>
              <vendor>AMD</vendor>
              <microcode version='16777317'/>
              <signature family='25' model='17' stepping='1'/>
              <topology sockets='1' dies='1' cores='2' threads='1'/>
              <maxphysaddr mode='emulate' bits='48'/>
              <feature name='ht'/>
              <pages unit='KiB' size='4'/>
            </cpu>
            <power_management>
              <suspend_mem/>
            </power_management>
            <iommu support='no'/>
            <migration_features>
              <live/>
              <uri_transports>
                <uri_transport>tcp</uri_transport>
              </uri_transports>
            </migration_features>
            <topology>
              <cells num='1'>
                <cell id='0'>
                  <memory unit='KiB'>1024</memory>
                  <pages unit='KiB' size='4'>256</pages>
                  <distances>
                    <sibling id='0' value='10'/>
                  </distances>
                  <cpus num='1'>
                    <cpu id='0' socket_id='0' die_id='0' core_id='0' siblings='0'/>
                  </cpus>
                </cell>
              </cells>
            </topology>
            <cache>
              <bank id='0' level='3' type='both' size='32' unit='MiB' cpus='0-1'/>
              <bank id='1' level='3' type='both' size='1536' unit='KiB' cpus='2'/>
            </cache>
            <secmodel>
              <model>dac</model>
              <doi>0</doi>
              <baselabel type='kvm'>+107:+107</baselabel>
            </secmodel>
          </host>

          <guest>
            <os_type>hvm</os_type>
            <arch name='x86_64'>
              <wordsize>64</wordsize>
              <emulator>/usr/bin/qemu-system-x86_64</emulator>
              <machine maxCpus='255'>pc-i440fx-7.2</machine>
              <machine canonical='pc-i440fx-7.2' maxCpus='255'>pc</machine>
              <machine maxCpus='255' deprecated='yes'>pc-i440fx-1.4</machine>
              <domain type='qemu'/>
            </arch>
            <features>
              <acpi default='on' toggle='yes'/>
              <cpuselection/>
            </features>
          </guest>

        </capabilities>

        """,
        CapabilitiesXml.Format(Host()));

    [Fact]
    public void What_a_guest_cannot_have_is_told_without_its_choices() => Assert.Equal(
        """
        <domainCapabilities>
          <path>/usr/bin/qemu</path>
          <domain>qemu</domain>
          <machine>pc</machine>
          <arch>x86_64</arch>
          <vcpu max='255'/>
          <iothreads supported='yes'/>
          <os supported='yes'>
            <enum name='firmware'/>
            <loader supported='yes'>
              <value>/a.fd</value>
              <enum name='type'>
                <value>rom</value>
              </enum>
            </loader>
          </os>
          <cpu>
            <mode name='host-passthrough' supported='no'/>
            <mode name='maximum' supported='yes'>
              <enum name='maximumMigratable'>
                <value>on</value>
              </enum>
            </mode>
            <mode name='host-model' supported='yes'>
              <model fallback='forbid'>EPYC</model>
              <vendor>AMD</vendor>
              <feature policy='require' name='ss'/>
              <feature policy='disable' name='vme'/>
            </mode>
            <mode name='custom' supported='yes'>
              <model usable='no' vendor='AMD'>EPYC</model>
              <model usable='unknown' deprecated='yes' vendor='unknown'>486</model>
            </mode>
          </cpu>
          <memoryBacking supported='yes'>
            <enum name='sourceType'>
              <value>file</value>
            </enum>
          </memoryBacking>
          <devices>
            <redirdev supported='no'/>
          </devices>
          <features>
            <gic supported='no'/>
          </features>
        </domainCapabilities>

        """,
        DomainCapabilitiesXml.Format(new DomainCapabilities
        {
            Emulator = "/usr/bin/qemu",
            DomainType = "qemu",
            Machine = "pc",
            Architecture = "x86_64",
            MaxVcpus = 255,
            HasIoThreads = true,
            Os = new("os", true, new CapabilitiesChoice("firmware")),
            Loader = new("loader", true, new CapabilitiesChoice("type", "rom")) { Values = ["/a.fd"] },
            Cpu = new DomainCapabilitiesCpu
            {
                Maximum = ["on"],
                HostModel = new("EPYC", "AMD", [("ss", true), ("vme", false)]),
                Models = [new("EPYC", false, "AMD", false), new("486", null, "unknown", true)],
            },
            MemoryBacking = new("memoryBacking", true, new CapabilitiesChoice("sourceType", "file")),
            Devices = [new("redirdev", false, new CapabilitiesChoice("bus", "usb"))],
            Features = [new("gic", false)],
        }));

    private static HostCapabilities Host() => new()
    {
        Uuid = Guid.Parse("8f0f6f6c-1f3d-4d3c-9d6a-2b1f0d8f5a11"),
        Cpu = new CapabilitiesCpu
        {
            Architecture = "x86_64",
            Model = "EPYC",
            Vendor = "AMD",
            Microcode = 16777317,
            Signature = (25, 17, 1),
            Topology = (1, 1, 2, 1),
            PhysicalAddressBits = 48,
            Features = ["ht"],
            PageSizes = [4],
        },
        PowerManagement = ["suspend_mem"],
        MigrationTransports = ["tcp"],
        Cells = [new(0, 1024, [(4, 256)], [(0, 10)], [new(0, 0, 0, 0, "0")])],
        Caches = [new(0, 3, "both", 32 << 20, "0-1"), new(1, 3, "both", 1536 << 10, "2")],
        SecurityModels = [new("dac", [("kvm", "+107:+107")])],
        Guests =
        [
            new()
            {
                Architecture = "x86_64",
                WordSize = 64,
                Emulator = "/usr/bin/qemu-system-x86_64",
                Machines = [new("pc-i440fx-7.2", null, 255, false), new("pc", "pc-i440fx-7.2", 255, false), new(
                    "pc-i440fx-1.4", null, 255, true)],
                DomainTypes = ["qemu"],
                Features = [new("acpi", true, true), new("cpuselection")],
            },
        ],
    };
}
