namespace Lodge.Model.Tests.Schema;

/// <summary>Elements whose parts must fit each other so closely that chance does not make them up.</summary>
internal static class CraftedSamples
{
    public static IReadOnlyList<(string Top, string Xml)> All { get; } =
    [
        ("cputune", "<cputune><iothreadpin iothread='1' cpuset='0'/><cachetune vcpus='0' id='own'>"
            + "<cache id='0' level='3' type='both' size='3' unit='MiB'/><monitor level='3' "
                + "vcpus='0'/></cachetune></cputune>"),
        ("numatune", "<numatune><memory mode='strict' nodeset='0'/>"
            + "<memnode cellid='0' mode='strict' nodeset='0'/></numatune>"),
        ("devices/audio", "<audio id='1' type='jack'><input mixingEngine='yes' fixedSettings='yes'>"
            + "<settings frequency='44100' channels='2' format='s16'/></input>"
            + "<output serverName='s' clientName='c' connectPorts='p' exactName='yes'/></audio>"),
        ("devices/audio", "<audio id='1' type='oss' tryMMap='yes'><input dev='d' tryPoll='yes'/>"
            + "<output dev='d' tryPoll='yes' mixingEngine='yes' fixedSettings='yes'>"
            + "<settings frequency='44100' channels='2' format='s16'/></output></audio>"),
        ("devices/audio", "<audio id='1' type='pulseaudio' serverName='s'><input name='n' streamName='s' latency='1'/>"
            + "<output name='n' streamName='s' latency='1'/></audio>"),
        ("devices/audio", "<audio id='1' type='jack'><input clientName='c' exactName='yes'/></audio>"),
        ("devices/audio", "<audio id='1' type='sdl' driver='alsa'/>"),
        ("devices/filesystem", "<filesystem type='mount'><driver type='virtiofs'/><binary path='/b'>"
            + "<lock posix='on' flock='on'/></binary><source dir='/s'/><target dir='t'/></filesystem>"),
        ("devices/interface", "<interface type='ethernet'><target dev='d' managed='no'/></interface>"),
        ("devices/channel", Labelled("channel", "<target type='virtio' name='a'/>")),
        ("devices/console", Labelled("console", "<target type='virtio' port='0'/>")),
        ("devices/parallel", Labelled("parallel", "<target port='0'/>")),
        ("devices/serial", Labelled("serial", "<target port='0'/>")),
        ("devices/disk", "<disk type='file' device='disk'><source file='/a'><seclabel model='dac' labelskip='yes'/>"
            + "</source><target dev='vda' bus='virtio'/></disk>"),
        ("devices/disk", "<disk type='network' device='disk'><source protocol='rbd' name='pool/image'>"
            + "<snapshot name='s'/><config file='/c'/></source><target dev='vda' bus='virtio'/></disk>"),
        ("devices/disk", "<disk type='file' device='disk'><source file='/a'><encryption format='luks'>"
            + "<secret type='passphrase' uuid='c7a5fdbd-edaf-9455-926a-d65c16db1809'/>"
            + "<cipher name='aes' size='256' mode='cbc' hash='sha256'/><ivgen name='plain64' "
                + "hash='sha256'/></encryption>"
            + "</source><target dev='vda' bus='virtio'/></disk>"),
        ("devices/interface", "<interface type='ethernet'><source><ip address='10.0.0.1' family='ipv4' prefix='8'/>"
            + "<route family='ipv4' address='10.1.0.0' netmask='255.255.0.0' "
                + "gateway='10.0.0.2'/></source></interface>"),
        ("devices/rng", "<rng model='virtio'><backend model='egd' type='tcp'><source mode='connect' host='h' "
            + "service='1' tls='yes'><reconnect enabled='yes' timeout='3'/></source><protocol type='raw'/>"
            + "</backend></rng>"),
        ("devices/console", "<console type='pty'><target type='virtio' port='0'/>"
            + "<address type='pci' domain='0' bus='0' slot='4' function='0'><zpci uid='0x0001' fid='0x1'/></address>"
            + "</console>"),
        ("devices/redirdev", "<redirdev bus='usb' type='pty'>"
            + "<address type='pci' domain='0' bus='0' slot='4' function='0'><zpci uid='0x0001' fid='0x1'/></address>"
            + "</redirdev>"),
    ];

    private static string Labelled(string name, string target) =>
        $"<{name} type='file'><source path='/a'><seclabel model='dac' labelskip='yes'/></source>{target}</{name}>";
}
