using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>The guest's TPM.</summary>
internal static class Tpms
{
    private const string CharacterId = "chrtpm";

    public static void Add(CommandLineWriter writer)
    {
        foreach (var tpm in writer.Definition.Tpms)
        {
            writer.Command.Add("-tpmdev", Backend(writer, tpm));
            writer.AddDevice(QemuProperties.Device(tpm.Model.ToXml())
                .Add("tpmdev", BackendId(tpm))
                .Add("id", tpm.Alias)
                .AddAddress(tpm, writer.Scope));
        }
    }

    private static string BackendId(Tpm tpm) => "tpm-" + tpm.Alias;

    private static OptionString Backend(CommandLineWriter writer, Tpm tpm)
    {
        if (tpm.Backend == TpmBackend.Passthrough)
        {
            var files = writer.Context.Files;
            var (device, cancel) = (GuestFiles.Tpm(tpm.Alias!), GuestFiles.TpmCancel(tpm.Alias!));
            if (!files.Has(device) || !files.Has(cancel))
            {
                throw new Protocol.Errors.VirException(
                    Protocol.Errors.VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                    Protocol.Errors.VirErrorDomain.VIR_FROM_QEMU,
                    $"Could not open TPM device {tpm.DevicePath}: No such file or directory");
            }

            return new OptionString("passthrough")
                .Add("id", BackendId(tpm))
                .Add("path", writer.Command.PassFileAsPath(files.TakeOne(device)!, device))
                .Add("cancel-path", writer.Command.PassFileAsPath(files.TakeOne(cancel)!, cancel));
        }

        writer.AddCharacter(tpm.Source ?? new CharacterSource { Type = CharacterSourceType.Null }, CharacterId);
        return new OptionString("emulator").Add("id", BackendId(tpm)).Add("chardev", CharacterId);
    }
}
