using System.Text;
using Lodge.Client.Uri;
using Lodge.Protocol.Errors;

namespace Lodge.Fuzz.Targets;

/// <summary>Names of connections.</summary>
internal sealed class ConnectionUriTarget : IFuzzTarget
{
    public string Name => "uri";

    public IEnumerable<byte[]> Seeds => new[]
    {
        "qemu:///system", "qemu+unix:///system?socket=/run/x", "qemu+ssh://root@host:22/system?keyfile=/k&no_tty=1#f",
        "test:///default", "qemu+ssh://[::1]:2222/session?proxy=netcat;netcat=/usr/bin/nc", "a:%41%",
    }.Select(Encoding.UTF8.GetBytes);

    public void Run(ReadOnlySpan<byte> input)
    {
        try
        {
            ConnectionUri.Parse(Encoding.UTF8.GetString(input)).ToServerName(name => name == "socket");
        }
        catch (VirException)
        {
            // It is no name.
        }
    }
}
