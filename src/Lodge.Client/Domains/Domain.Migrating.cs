using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using static Lodge.Protocol.Constants.VirDomainMigrateFlags;

namespace Lodge.Client;

/// <content>Moving to another host, by libvirt's migration protocol 3 with extensible parameters.</content>
public sealed partial class Domain
{
    /// <summary>
    /// Moves the guest to another host; this client carries the words between both servers.
    /// (<c>virDomainMigrate3</c>)
    /// </summary>
    /// <param name="destination">A connection to the other host's server.</param>
    /// <param name="parameters">The <c>VIR_MIGRATE_PARAM_*</c> wanted.</param>
    /// <param name="flags">How to move it; not peer to peer, and not tunnelled.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The guest at the other host.</returns>
    /// <exception cref="VirException">
    /// A server refused or cannot migrate, a flag contradicts another, or a connection is gone. The guest goes on here.
    /// </exception>
    public async ValueTask<Domain> MigrateAsync(
        LibvirtConnection destination,
        TypedParameter[] parameters,
        VirDomainMigrateFlags flags = 0,
        CancellationToken cancellationToken = default)
    {
        CheckDisks(flags);
        if (flags.HasFlag(VIR_MIGRATE_PEER2PEER))
        {
            throw InvalidMigration("use virDomainMigrateToURI3 for peer-to-peer migration");
        }

        if (flags.HasFlag(VIR_MIGRATE_TUNNELLED))
        {
            throw InvalidMigration("cannot perform tunnelled migration without using peer2peer flag");
        }

        await CheckOfflineAsync(Connection, flags, "source", cancellationToken).ConfigureAwait(false);
        await CheckOfflineAsync(destination, flags, "destination", cancellationToken).ConfigureAwait(false);
        const DriverFeature Needed = DriverFeature.MigrationParameters;
        if (!await Connection.SupportsAsync(Needed, cancellationToken).ConfigureAwait(false)
            || !await destination.SupportsAsync(Needed, cancellationToken).ConfigureAwait(false))
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_NO_SUPPORT, VirErrorDomain.VIR_FROM_DOM, "virDomainMigrate3");
        }

        return await CarryAsync(destination, parameters, flags, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Has the server move the guest to another host by itself. (<c>virDomainMigrateToURI3</c>)
    /// </summary>
    /// <param name="destination">The URI of the other server, as this guest's server sees it.</param>
    /// <param name="parameters">The <c>VIR_MIGRATE_PARAM_*</c> wanted.</param>
    /// <param name="flags">How to move it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="VirException">
    /// The server refused or cannot migrate, a flag contradicts another, the URI is of this host, or the connection is
    /// gone. The guest goes on here.
    /// </exception>
    public async ValueTask MigrateToUriAsync(
        string destination,
        TypedParameter[] parameters,
        VirDomainMigrateFlags flags = 0,
        CancellationToken cancellationToken = default)
    {
        NotBoth(flags, VIR_MIGRATE_TUNNELLED, VIR_MIGRATE_PARALLEL);
        CheckDisks(flags);
        await CheckOfflineAsync(Connection, flags, "source", cancellationToken).ConfigureAwait(false);
        var isPeer = flags.HasFlag(VIR_MIGRATE_PEER2PEER);
        var needed = isPeer ? DriverFeature.MigrationPeerToPeer : DriverFeature.MigrationDirect;
        if (!await Connection.SupportsAsync(needed, cancellationToken).ConfigureAwait(false))
        {
            throw Unsupported($"{(isPeer ? "p2p" : "direct")} migration is not supported by the source host");
        }

        if (isPeer && IsOfThisHost(destination))
        {
            throw InvalidMigration("Attempt to migrate guest to the same host");
        }

        await Rpc.DomainMigratePerform3ParamsAsync(
            new()
            {
                Dom = Wire, Dconnuri = isPeer ? destination : null, Params = parameters, CookieIn = [],
                Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begin here, prepare there, perform here, finish there, confirm here.</summary>
    private async ValueTask<Domain> CarryAsync(
        LibvirtConnection destination,
        TypedParameter[] parameters,
        VirDomainMigrateFlags flags,
        CancellationToken cancellationToken)
    {
        var protectedFlags = (uint)(flags | VIR_MIGRATE_CHANGE_PROTECTION);
        var plainFlags = (uint)(flags & ~VIR_MIGRATE_CHANGE_PROTECTION);
        var begun = await Rpc.DomainMigrateBegin3ParamsAsync(
            new() { Dom = Wire, Params = parameters, Flags = protectedFlags }, cancellationToken)
            .ConfigureAwait(false);
        var moved = With(parameters, VirConstants.VIR_MIGRATE_PARAM_DEST_XML, begun.Xml);
        RemoteDomain? arrived = null;
        byte[] cookie = [];
        Exception? failure = null;
        try
        {
            var prepared = await destination.Rpc.DomainMigratePrepare3ParamsAsync(
                new() { Params = moved, CookieIn = begun.CookieOut, Flags = plainFlags }, cancellationToken)
                .ConfigureAwait(false);
            cookie = prepared.CookieOut;
            moved = prepared.UriOut is { } uri ? With(moved, VirConstants.VIR_MIGRATE_PARAM_URI, uri) : moved;
            try
            {
                cookie = (await Rpc.DomainMigratePerform3ParamsAsync(
                    new() { Dom = Wire, Dconnuri = null, Params = moved, CookieIn = cookie, Flags = protectedFlags },
                    cancellationToken).ConfigureAwait(false)).CookieOut;
            }
            catch (VirException error)
            {
                failure = error;
            }

            var finished = await destination.Rpc.DomainMigrateFinish3ParamsAsync(
                new()
                {
                    Params = moved, CookieIn = cookie, Flags = plainFlags, Cancelled = failure is null ? 0 : 1,
                },
                cancellationToken).ConfigureAwait(false);
            cookie = finished.CookieOut;
            arrived = failure is null ? finished.Dom : null;
        }
        catch (VirException error)
        {
            failure ??= error;
        }

        await Rpc.DomainMigrateConfirm3ParamsAsync(
            new()
            {
                Dom = Wire, Params = moved, CookieIn = cookie, Flags = protectedFlags,
                Cancelled = arrived is null ? 1 : 0,
            },
            cancellationToken).ConfigureAwait(false);
        return arrived is { } there
            ? new Domain(destination, there)
            : throw failure ?? Unsupported("the destination host did not take the guest");
    }

    private static TypedParameter[] With(TypedParameter[] parameters, string field, string value) =>
        [.. parameters.Where(parameter => parameter.Field != field), TypedParameter.Of(field, value)];

    private static bool IsOfThisHost(string uri) =>
        System.Uri.TryCreate(uri, UriKind.Absolute, out var parsed)
        && (parsed.Host.StartsWith("localhost", StringComparison.Ordinal)
            || (parsed.Host.Length == 0 && !parsed.Query.Contains("socket=", StringComparison.Ordinal)));

    private static void CheckDisks(VirDomainMigrateFlags flags)
    {
        NotBoth(flags, VIR_MIGRATE_NON_SHARED_DISK, VIR_MIGRATE_NON_SHARED_INC);
        const VirDomainMigrateFlags Copies = VIR_MIGRATE_NON_SHARED_DISK | VIR_MIGRATE_NON_SHARED_INC;
        if (flags.HasFlag(VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES) && (flags & Copies) == 0)
        {
            throw InvalidMigration(
                "Flag 'VIR_MIGRATE_NON_SHARED_DISK | VIR_MIGRATE_NON_SHARED_INC' is required by flag "
                + "'VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES'");
        }
    }

    private static void NotBoth(VirDomainMigrateFlags flags, VirDomainMigrateFlags first, VirDomainMigrateFlags second)
    {
        if (flags.HasFlag(first) && flags.HasFlag(second))
        {
            throw InvalidMigration($"Flags '{first}' and '{second}' are mutually exclusive");
        }
    }

    private static async ValueTask CheckOfflineAsync(
        LibvirtConnection host, VirDomainMigrateFlags flags, string which, CancellationToken cancellationToken)
    {
        if (flags.HasFlag(VIR_MIGRATE_OFFLINE)
            && !await host.SupportsAsync(DriverFeature.MigrationOffline, cancellationToken).ConfigureAwait(false))
        {
            throw Unsupported($"offline migration is not supported by the {which} host");
        }
    }

    private static VirException Unsupported(string detail) =>
        new(VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED, VirErrorDomain.VIR_FROM_DOM, detail);

    // libvirt tells these without the words of their code.
    private static VirException InvalidMigration(string message) => new(new VirError
    {
        Code = VirErrorNumber.VIR_ERR_INVALID_ARG, Domain = VirErrorDomain.VIR_FROM_DOM, Message = message,
    });
}
