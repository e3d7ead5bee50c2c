using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;

namespace Lodge.Qemu.Preparation;

/// <summary>A display's password: told to the monitor, where nobody else reads it.</summary>
internal static class DisplayPassword
{
    public static IEnumerable<(string Command, QemuProperties Arguments)> Commands(
        Graphics display, QemuSettings settings)
    {
        var usual = display.Type switch
        {
            GraphicsType.Vnc => settings.VncPassword,
            GraphicsType.Spice => settings.SpicePassword,
            _ => null,
        };
        if (display.Type is not (GraphicsType.Vnc or GraphicsType.Spice)) yield break;
        if ((display.Password ?? usual) is not { } password) yield break;
        var protocol = display.Type.ToXml();
        yield return ("set_password", new QemuProperties()
            .Add("protocol", protocol)
            .Add("password", password)
            .Add("connected", display.Connected == ConnectedAction.Default ? null : display.Connected.ToXml()));
        yield return ("expire_password", new QemuProperties()
            .Add("protocol", protocol)
            .Add("time", Expiry(display, password)));
    }

    private static string Expiry(Graphics display, string password)
    {
        if (password.Length == 0) return "now";
        if (display.PasswordValidTo is not { } end) return "never";
        return end <= DateTime.UtcNow
            ? "now"
            : new DateTimeOffset(end, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }
}
