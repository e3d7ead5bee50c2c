using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Characters;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>The guest's smartcard.</summary>
internal static class Smartcards
{
    private const string DefaultDatabase = "/etc/pki/nssdb";

    public static void Add(CommandLineWriter writer)
    {
        // QEMU takes one; more are refused before this.
        if (writer.Definition.Smartcards is not [var card, ..]) return;
        var id = CharacterOption.Id(card.Alias);
        if (card.Mode == SmartcardMode.Passthrough)
        {
            writer.AddCharacter(card.Source!, id, SpiceChannels.Smartcard);
        }

        var bus = card.Address is CcidAddress ccid ? ccid.Controller : 0;
        writer.AddDevice(Backend(card, id)
            .Add("id", card.Alias)
            .Add("bus", writer.Scope.FindControllerAlias(ControllerType.Ccid, bus) + ".0"));
    }

    private static QemuProperties Backend(Smartcard card, string character) => card.Mode switch
    {
        SmartcardMode.Host => QemuProperties.Device("ccid-card-emulated").Add("backend", "nss-emulated"),
        SmartcardMode.HostCertificates => QemuProperties.Device("ccid-card-emulated")
            .Add("backend", "certificates")
            .Add("cert1", card.Certificates[0])
            .Add("cert2", card.Certificates[1])
            .Add("cert3", card.Certificates[2])
            .Add("db", card.Database ?? DefaultDatabase),
        _ => QemuProperties.Device("ccid-card-passthru").Add("chardev", character),
    };
}
