using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A trusted platform module (<c>&lt;tpm&gt;</c>).</summary>
public sealed class Tpm : Device
{
    private const string DefaultDevice = "/dev/tpm0";

    /// <summary>The kind of device.</summary>
    public TpmModel Model { get; set; }

    /// <summary>What answers.</summary>
    public TpmBackend Backend { get; set; }

    /// <summary>The host's device, of a passed-through TPM.</summary>
    public string? DevicePath { get; set; }

    /// <summary>The specification's version, of an emulated TPM.</summary>
    public TpmVersion Version { get; set; }

    /// <summary>The secret that encrypts the emulator's state.</summary>
    public Guid? EncryptionSecret { get; set; }

    /// <summary>Whether the emulator's state outlives a transient guest.</summary>
    public bool PersistentState { get; set; }

    /// <summary>The active register banks, of an emulated TPM.</summary>
    public List<TpmPcrBank> ActivePcrBanks { get; } = [];

    /// <summary>The socket of an emulator that somebody else runs.</summary>
    public CharacterSource? Source { get; set; }

    internal static Tpm Parse(Element element, DomainXmlParseOptions options)
    {
        var tpm = new Tpm { Model = element.Named("model", TpmModelNames.Table, nonZero: true) };
        var backend = element.All("backend") switch
        {
            [] => throw XmlError.Domain("missing TPM device backend"),
            [var only] => only,
            _ => throw XmlError.Domain("only one TPM backend is supported"),
        };
        tpm.Backend = backend.RequiredNamed("type", TpmBackendNames.Table);
        switch (tpm.Backend)
        {
            case TpmBackend.Passthrough:
                tpm.DevicePath = backend.ChildAttribute("device", "path") ?? DefaultDevice;
                break;
            case TpmBackend.Emulator:
                tpm.ParseEmulator(backend);
                break;
            case TpmBackend.External:
                var type = backend.ChildAttribute("source", "type")
                    ?? throw XmlError.Domain("missing external TPM backend type");
                tpm.Source = new()
                {
                    Type = CharacterSourceTypeNames.Table.TryParse(type, out var kind)
                        ? kind
                        : throw XmlError.Unsupported($"unknown backend type '{type}' for external TPM"),
                };
                tpm.Source.Parse(backend, options, labels: false);
                break;
        }

        tpm.ParseInfo(element, options);
        return tpm;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("tpm").Named("model", Model, TpmModelNames.Table);
        output.Start("backend").Attribute("type", Backend.ToXml()).Named("version", Version, TpmVersionNames.Table)
            .Attribute("persistent_state", PersistentState ? "yes" : null);
        output.Start("device").Attribute("path", DevicePath).EndUnlessEmpty();
        output.Start("encryption").Attribute("secret", EncryptionSecret is { } secret ? UuidText.Format(secret) : null)
            .EndUnlessEmpty();
        output.Start("active_pcr_banks");
        foreach (var bank in ActivePcrBanks)
        {
            output.Flag(bank.ToXml(), present: true);
        }

        output.EndUnlessEmpty();
        if (Source is { Type: CharacterSourceType.Unix })
        {
            output.Start("source").Attribute("type", "unix").Attribute("mode", "connect")
                .Attribute("path", Source.Path).End();
        }

        output.End();
        FormatInfo(output);
        output.End();
    }

    private void ParseEmulator(Element backend)
    {
        Version = backend.Named("version", TpmVersionNames.Table, nonZero: true);
        if (backend.ChildAttribute("encryption", "secret") is { } secret)
        {
            EncryptionSecret = UuidText.TryParse(secret, out var uuid) ? uuid : throw XmlError.Domain(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"Unable to parse secret uuid '{secret}'");
        }

        PersistentState = backend.Attribute("persistent_state") switch
        {
            null or "no" => false,
            "yes" => true,
            _ => throw XmlError.Domain(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "Invalid persistent_state value, either 'yes' or 'no'"),
        };
        if (backend.Child("active_pcr_banks") is { } banks)
        {
            foreach (var bank in banks.Children)
            {
                ActivePcrBanks.Add(TpmPcrBankNames.Table.TryParse(bank.Name, out var kind)
                    ? kind
                    : throw XmlError.Unsupported($"Unsupported PCR banks '{bank.Name}'"));
            }

            ActivePcrBanks.Sort();
        }
    }
}
