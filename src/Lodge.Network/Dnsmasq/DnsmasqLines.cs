using System.Text;

namespace Lodge.Network.Dnsmasq;

/// <summary>Lines of a file of dnsmasq's: a value that would begin a line of its own is refused.</summary>
/// <param name="text">Takes the lines.</param>
/// <param name="network">Named in refusals.</param>
internal sealed class DnsmasqLines(StringBuilder text, string network)
{
    public void Add(string line)
    {
        if (line.AsSpan().ContainsAny('\n', '\r', '\0'))
        {
            throw NetworkFailure.Unsupported(
                $"a value of network '{network}' has a line break in it, which dnsmasq cannot be told: "
                + line.ReplaceLineEndings(" "));
        }

        text.Append(line).Append('\n');
    }
}
