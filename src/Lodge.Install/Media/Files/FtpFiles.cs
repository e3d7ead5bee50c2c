using System.Globalization;
using System.Net.Sockets;

namespace Lodge.Install.Media.Files;

/// <summary>A tree on an FTP server (RFC 959, RFC 2428, RFC 3659), in binary and passive alone.</summary>
/// <param name="location">Its address; a user and a password may be in it.</param>
/// <param name="patience">How long the server may keep silent.</param>
internal sealed class FtpFiles(Uri location, TimeSpan patience) : IInstallFiles
{
    public bool IsMedium => false;

    public async ValueTask<bool> HasAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var session = await FtpSession.OpenAsync(location, patience, cancellation);
            return await session.SizeAsync(Full(path)) is not null;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return false;
        }
    }

    public async ValueTask<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using var session = await FtpSession.OpenAsync(location, patience, cancellation);
            return (await session.AskAsync($"CWD {Full("")}")).Code == 250;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return false;
        }
    }

    public async ValueTask<OpenedFile> OpenAsync(
        string path, long offset, string? identity, CancellationToken cancellation)
    {
        var session = await FtpSession.OpenAsync(location, patience, cancellation);
        try
        {
            var full = Full(path);
            var size = await session.SizeAsync(full);
            var goesOn = offset > 0
                && (await session.AskAsync($"REST {offset.ToString(CultureInfo.InvariantCulture)}")).Code == 350;
            var stream = await session.RetrieveAsync(full);
            return new OpenedFile(stream, goesOn ? offset : 0, size, session) { IsResumable = true };
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public ValueTask DisposeAsync() => default;

    private string Full(string path) =>
        $"{Uri.UnescapeDataString(location.AbsolutePath).TrimEnd('/')}/{InstallPath.Checked(path)}";
}
