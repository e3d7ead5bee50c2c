using System.Text;
using Lodge.Host.Sysinfo;

namespace Lodge.Fuzz.Targets;

/// <summary>The firmware's table of the machine.</summary>
internal sealed class SmbiosTarget : IFuzzTarget
{
    public string Name => "smbios";

    public IEnumerable<byte[]> Seeds { get; } =
        [.. new byte[] { 0, 1, 2, 3, 4, 11, 17 }.Select(static type => (byte[])
        [
            type, 0x30, 0, 0, .. Enumerable.Range(1, 0x2C).Select(static i => (byte)i),
            .. Encoding.ASCII.GetBytes("one\0two\0three\0\0"),
            127, 4, 0, 0, 0, 0,
        ])];

    public void Run(ReadOnlySpan<byte> input) => SystemInformation.Parse(input.ToArray()).ToXml();
}
