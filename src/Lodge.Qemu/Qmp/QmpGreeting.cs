using System.Text.Json;

namespace Lodge.Qemu.Qmp;

/// <summary>The first line of a monitor: who speaks.</summary>
/// <remarks>Source: QEMU's QMP specification, 2.2 Server Greeting.</remarks>
/// <param name="Version">major × 1,000,000 + minor × 1,000 + micro.</param>
/// <param name="Package">The distribution's own words; empty where none.</param>
/// <param name="HasOutOfBand">Whether commands can be executed out of band.</param>
public sealed record QmpGreeting(int Version, string Package, bool HasOutOfBand)
{
    internal static QmpGreeting Read(JsonElement qmp)
    {
        var version = qmp.GetProperty("version");
        return new QmpGreeting(
            ReadVersion(version),
            version.GetProperty("package").GetString()?.Trim(' ', '(', ')') ?? "",
            qmp.GetProperty("capabilities").EnumerateArray().Any(item => item.ValueEquals("oob")));
    }

    internal static int ReadVersion(JsonElement version)
    {
        var qemu = version.GetProperty("qemu");
        return qemu.GetProperty("major").GetInt32() * 1_000_000
            + qemu.GetProperty("minor").GetInt32() * 1_000
            + qemu.GetProperty("micro").GetInt32();
    }
}
