using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine;

/// <summary>The objects by which QEMU encrypts a connection.</summary>
internal static class TlsCredentials
{
    /// <summary>The id of the credentials of a device or node.</summary>
    public static string Alias(string owner) => $"obj{owner}_tls0";

    /// <summary>The credentials, after the secret that opens their key where it is encrypted.</summary>
    public static IEnumerable<QemuProperties> Objects(
        string alias, TlsSettings settings, bool isServer, CommandLineContext context)
    {
        string? password = null;
        if (settings.KeySecret is { } uuid)
        {
            password = alias + "-secret0";
            yield return context.MasterKey.Wrap(password, context.Secrets.Find(SecretUsage.Tls, uuid, null));
        }

        yield return QemuProperties.Object("tls-creds-x509", alias)
            .Add("dir", settings.Directory)
            .Add("endpoint", isServer ? "server" : "client")
            .Add("verify-peer", (bool?)(!isServer || settings.VerifyPeer))
            .Add("passwordid", password);
    }
}
