using System.Text;
using Lodge.Model.Domain;
using Lodge.Qemu.Secrets;

namespace Lodge.Qemu.CommandLine.Block;

/// <summary>
/// The objects that an image's nodes lean on: passwords, keys, cookies, certificates, a reservation manager.
/// </summary>
internal sealed class BlockSecrets
{
    private readonly List<QemuProperties> _objects = [];

    /// <summary>The objects, in the order QEMU must get them in.</summary>
    public IReadOnlyList<QemuProperties> Objects => _objects;

    public string? AuthAlias { get; private set; }

    public string? EncryptionAlias { get; private set; }

    public string? CookieAlias { get; private set; }

    public string? TlsAlias { get; private set; }

    public string? ReservationsAlias { get; private set; }

    public long? GlusterDebugLevel { get; private init; }

    /// <summary>Prepares what an image of a disk needs.</summary>
    public static BlockSecrets For(StorageSource source, BlockNames names, CommandLineContext context)
    {
        var secrets = new BlockSecrets { GlusterDebugLevel = context.Settings.GlusterDebugLevel };
        if (source.IsEmpty) return secrets;
        secrets.AddReservations(source, names, context);
        secrets.AddAuth(source, names.Storage + "-auth-secret0", context);
        secrets.AddEncryption(source, names, context);
        secrets.AddCookies(source, names, context);
        secrets.AddTls(source, names, context);
        return secrets;
    }

    /// <summary>Prepares what the storage behind a passed-through SCSI device needs.</summary>
    public static BlockSecrets ForHostDevice(StorageSource source, string node, CommandLineContext context)
    {
        var secrets = new BlockSecrets();
        secrets.AddAuth(source, node + "-secret0", context);
        return secrets;
    }

    private void AddReservations(StorageSource source, BlockNames names, CommandLineContext context)
    {
        if (source.Reservations is not { } reservations) return;
        ReservationsAlias = reservations.Managed ? ReservationsDaemon.ManagedAlias : "pr-helper-" + names.Storage;
        if (!reservations.Managed)
        {
            _objects.Add(QemuProperties.Object("pr-manager-helper", ReservationsAlias).Add("path", reservations.Path));
        }
    }

    private void AddAuth(StorageSource source, string alias, CommandLineContext context)
    {
        if (source.Auth is not { } auth) return;
        var usage = source.Network?.Protocol == StorageProtocol.Rbd ? SecretUsage.Ceph : SecretUsage.Iscsi;
        Add(AuthAlias = alias, usage, auth.Secret, context);
    }

    private void AddEncryption(StorageSource source, BlockNames names, CommandLineContext context)
    {
        if (source.Encryption is not { Secrets.Count: > 0 } encryption) return;
        EncryptionAlias = names.Format + "-encryption-secret0";
        Add(EncryptionAlias, SecretUsage.Volume, encryption.Secrets[0], context);
    }

    private void AddCookies(StorageSource source, BlockNames names, CommandLineContext context)
    {
        if (source.Network is not { Cookies.Count: > 0 } network) return;
        CookieAlias = names.Storage + "-httpcookie-secret0";
        var text = string.Join("; ", network.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        _objects.Add(context.MasterKey.Wrap(CookieAlias, Encoding.UTF8.GetBytes(text)));
    }

    private void AddTls(StorageSource source, BlockNames names, CommandLineContext context)
    {
        if (source.Network is not { } network) return;
        var isNbd = network.Protocol == StorageProtocol.Nbd;
        if (!(network.Tls ?? (isNbd && context.Settings.NbdTlsDefault))) return;
        if (!isNbd)
        {
            throw ConfigurationError.Unsupported(
                $"TLS transport is not supported for disk protocol '{network.Protocol.ToXml()}'");
        }

        TlsAlias = TlsCredentials.Alias(names.Storage);
        _objects.AddRange(TlsCredentials.Objects(TlsAlias, context.Settings.NbdTls, isServer: false, context));
    }

    private void Add(string alias, SecretUsage usage, SecretReference reference, CommandLineContext context)
    {
        var value = context.Secrets.Find(usage, reference.Uuid, reference.Usage);
        _objects.Add(context.MasterKey.Wrap(alias, value));
    }
}
