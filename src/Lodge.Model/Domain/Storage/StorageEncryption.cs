using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a disk's content is encrypted (<c>&lt;encryption&gt;</c>).</summary>
public sealed class StorageEncryption
{
    /// <summary>The form of the encryption.</summary>
    public EncryptionFormat Format { get; set; }

    /// <summary>Who decrypts.</summary>
    public EncryptionEngine Engine { get; set; }

    /// <summary>The passphrases.</summary>
    public List<SecretReference> Secrets { get; } = [];

    /// <summary>The cipher of a volume to be made.</summary>
    public EncryptionCipher? Cipher { get; set; }

    internal static StorageEncryption Parse(Element element)
    {
        var encryption = new StorageEncryption
        {
            Format = element.RequiredNamed("format", EncryptionFormatNames.Table),
            Engine = element.Named("engine", EncryptionEngineNames.Table, nonZero: true),
        };
        foreach (var secret in element.All("secret"))
        {
            var reference = SecretReference.Parse(secret);
            encryption.Secrets.Add(reference.Type switch
            {
                "passphrase" => reference,
                null => throw XmlError.Domain("unknown volume encryption secret type (null)"),
                var other => throw XmlError.Domain($"unknown volume encryption secret type {other}"),
            });
        }

        if (element.Child("cipher") is { } cipher)
        {
            if (encryption.Format != EncryptionFormat.Luks)
            {
                throw XmlError.Domain("cipher/ivgen only supported for luks encryption format"); // LUKS alone has them
            }

            encryption.Cipher = EncryptionCipher.Parse(cipher, element.Child("ivgen"));
        }

        return encryption;
    }

    internal void FormatElement(XmlOutput output)
    {
        output.Start("encryption").Attribute("format", Format.ToXml())
            .Named("engine", Engine, EncryptionEngineNames.Table);
        foreach (var secret in Secrets)
        {
            secret.Format(output);
        }

        Cipher?.Format(output);
        output.End();
    }
}
