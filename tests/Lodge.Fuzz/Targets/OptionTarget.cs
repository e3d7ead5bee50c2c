using System.Text;
using Lodge.Client;
using Lodge.Install.Facts;
using Lodge.Install.Options;
using Lodge.Protocol.Errors;

namespace Lodge.Fuzz.Targets;

/// <summary>Texts of virt-install's options: the option and, behind a blank, what it is given.</summary>
internal sealed class OptionTarget : IFuzzTarget
{
    private static readonly Lazy<IHostFacts> s_host = new(() => ConnectionFacts.ReadAsync(
        LibvirtConnection.OpenAsync("test:///default").AsTask().Result).AsTask().Result);

    public string Name => "options";

    public IEnumerable<byte[]> Seeds { get; } =
    [
        .. new[]
        {
            "--cpu host,+x2apic,-vmx,cell0.id=1,cell0.cpus=1,2,3", "--boot hd,cdrom,menu=on,initargs='a b'",
            "--network bridge=br0,mac=52:54:00:00:00:01,model.type=virtio", "--xml ./devices/disk[2]/@a='b/c'=d",
            "--qemu-commandline env=A=B", "--vcpus 4,maxvcpus=8,sockets=2", "--memory 64,maxmemory=128",
            "--graphics spice,port=5901,listen=none", "--serial tcp,host=[::1]:44,mode=bind", "--sysinfo host",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        var words = Encoding.UTF8.GetString(input).Split(' ', 2);
        if (words is not [var flag, var text]) return;
        try
        {
            if (flag == "--xml") XmlOption.Parse(text).Perform(new("domain"));
            // Those that ask the host of what they name are not for any text.
            else if (flag is not ("--disk" or "--hostdev"))
                GuestOptions.Find(flag)?.Apply(text, new GuestPlan(s_host.Value));
        }
        catch (Exception refused) when (refused is OptionException or FormatException or VirException)
        {
            // Refused in words: that is what is asked for.
        }
    }
}
