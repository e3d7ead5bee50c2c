using System.Runtime.InteropServices;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Native;
using Lodge.Qemu.Qmp;
using Lodge.Qemu.Qmp.Commands;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Screens;

/// <summary>Clients of a guest's screen that come by an open socket instead of an address.</summary>
public static class GraphicsConnection
{
    private const string FileName = "graphicsfd";

    /// <summary>What QEMU calls those who may connect to a screen of this type; null where nobody can so.</summary>
    public static string? ProtocolOf(GraphicsType type) => type switch
    {
        GraphicsType.Vnc => "vnc",
        GraphicsType.Spice => "spice",
        GraphicsType.Dbus => "@dbus-display",
        _ => null,
    };

    /// <summary>Makes a client of whoever holds the other end of a socket.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="protocol">What <see cref="ProtocolOf"/> gave.</param>
    /// <param name="socket">Our end, of which QEMU gets a copy.</param>
    /// <param name="skipAuthentication">Whether the client need not say who it is.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="VirException">QEMU refused; it does not keep the socket then.</exception>
    public static async Task AddAsync(
        QmpClient monitor, string protocol, SafeHandle socket, bool skipAuthentication,
        CancellationToken cancellationToken = default)
    {
        await monitor.GetFdAsync(FileName, socket, cancellationToken);
        try
        {
            await monitor.AddClientAsync(protocol, FileName, skipAuthentication, cancellationToken);
        }
        catch (VirException)
        {
            await DropAsync(monitor);
            throw;
        }
    }

    /// <summary>Makes a socket whose other end is a client already.</summary>
    /// <returns>The socket to the screen.</returns>
    /// <exception cref="VirException">QEMU refused.</exception>
    public static async Task<SafeFileHandle> OpenAsync(
        QmpClient monitor, string protocol, bool skipAuthentication, CancellationToken cancellationToken = default)
    {
        var (ours, theirs) = LibC.CreateStreamPair();
        try
        {
            using (theirs)
                await AddAsync(monitor, protocol, theirs, skipAuthentication, cancellationToken);
            return ours;
        }
        catch
        {
            ours.Dispose();
            throw;
        }
    }

    private static async Task DropAsync(QmpClient monitor)
    {
        try
        {
            await monitor.CloseFdAsync(FileName);
        }
        catch (VirException)
        {
            // QEMU had taken it out of its list before it refused, and closed it.
        }
    }
}
