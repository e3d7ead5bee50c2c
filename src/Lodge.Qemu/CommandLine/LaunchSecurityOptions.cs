using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine;

/// <summary>Memory encrypted against the host.</summary>
internal static class LaunchSecurityOptions
{
    private const string ObjectId = "lsec0";

    public static void Add(CommandLineWriter writer)
    {
        if (writer.Definition.LaunchSecurity is not { } security) return;
        if (security.Type == LaunchSecurityType.S390Pv)
        {
            writer.AddObject(QemuProperties.Object("s390-pv-guest", ObjectId));
            return;
        }

        if (!writer.Capabilities.Has(Probing.QemuCapability.SevGuest))
        {
            throw ConfigurationError.Unsupported("SEV launch security is not supported with this QEMU binary");
        }

        var library = writer.Context.Directories.Library;
        writer.AddObject(QemuProperties.Object("sev-guest", ObjectId)
            .Add("cbitpos", security.EncryptionBit)
            .Add("reduced-phys-bits", security.ReducedAddressBits)
            .Add("policy", security.Policy)
            .Add("dh-cert-file", security.DiffieHellmanCertificate is null
                ? null
                : Path.Combine(library, "dh_cert.base64"))
            .Add("session-file", security.Session is null ? null : Path.Combine(library, "session.base64"))
            .Add("kernel-hashes", security.KernelHashes));
    }
}
