using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Consoles, channels and pictures: calls that open a stream.</content>
public sealed partial class Domain
{
    /// <summary>Opens a console or serial port. (<c>virDomainOpenConsole</c>)</summary>
    /// <param name="deviceName">The alias of the device, or null for the first.</param>
    /// <param name="flags">Whether others are put off it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<ClientStream> OpenConsoleAsync(
        string? deviceName = null, VirDomainConsoleFlags flags = 0, CancellationToken cancellationToken = default) =>
        Connection.OpenStreamAsync(
            RemoteProcedure.REMOTE_PROC_DOMAIN_OPEN_CONSOLE,
            new DomainOpenConsoleArgs { Dom = Wire, DevName = deviceName, Flags = (uint)flags },
            cancellationToken);

    /// <summary>Opens a channel to a program in the guest. (<c>virDomainOpenChannel</c>)</summary>
    /// <param name="name">The channel's target name or alias, or null for the first.</param>
    /// <param name="flags">Whether others are put off it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<ClientStream> OpenChannelAsync(
        string? name = null, VirDomainChannelFlags flags = 0, CancellationToken cancellationToken = default) =>
        Connection.OpenStreamAsync(
            RemoteProcedure.REMOTE_PROC_DOMAIN_OPEN_CHANNEL,
            new DomainOpenChannelArgs { Dom = Wire, Name = name, Flags = (uint)flags },
            cancellationToken);

    /// <summary>Takes a picture of a screen. (<c>virDomainScreenshot</c>)</summary>
    /// <param name="screen">Which screen, from 0.</param>
    /// <param name="flags">None are known: 0.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The kind of picture (<c>image/png</c>), and the stream that it is read from.</returns>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<(string? MimeType, ClientStream Stream)> ScreenshotAsync(
        uint screen = 0, uint flags = 0, CancellationToken cancellationToken = default)
    {
        var (answer, stream) = await Connection.OpenStreamAsync<DomainScreenshotArgs, DomainScreenshotRet>(
            RemoteProcedure.REMOTE_PROC_DOMAIN_SCREENSHOT,
            new DomainScreenshotArgs { Dom = Wire, Screen = screen, Flags = flags },
            cancellationToken).ConfigureAwait(false);
        return (answer.Mime, stream);
    }
}
