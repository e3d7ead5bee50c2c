using System.Text;
using Lodge.Install.Unattended.Kickstart;

namespace Lodge.Fuzz.Targets;

/// <summary>Kickstarts, in the languages of all versions.</summary>
internal sealed class KickstartTarget : IFuzzTarget
{
    public string Name => "kickstart";

    public IEnumerable<byte[]> Seeds => new[]
    {
        "lang en_US\nkeyboard us\nrootpw --iscrypted \"x y\"\nautopart\n%packages\n@core --nodefaults\n%end\n",
        "part /boot --size 500 --fstype=\"ext4\" # x\nraid / --level=1 --device=md0 raid.1 raid.2\nvolgroup v pv.1\n",
        "%pre --log=/x\n%include /x\n%end\n%post --nochroot\n%bar\n%end\nrealm join x\nmount a /b\n",
        "network --device=eth0 --bridgeopts=a=b --bridgeslaves=c\ntimezone UTC\n%certificate --dir=/a\n",
    }.Select(Encoding.UTF8.GetBytes);

    public void Run(ReadOnlySpan<byte> input)
    {
        var text = Encoding.UTF8.GetString(input);
        foreach (var version in KickstartVersion.All)
        {
            // No file of this machine is read by it.
            if (text.Contains("%ksappend", StringComparison.Ordinal)) return;
            KickstartCheck.Text(text, "ks.cfg", version);
        }
    }
}
