using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Swtpm;

namespace Lodge.Qemu.Preparation;

/// <summary>The emulated TPMs of guests.</summary>
internal static class TpmPreparation
{
    /// <summary>Tells QEMU where the emulator will listen.</summary>
    public static void AssignSocket(DomainDefinition definition, GuestServices services)
    {
        foreach (var tpm in definition.Tpms)
        {
            if (tpm.Backend != TpmBackend.Emulator) continue;
            tpm.Source = new CharacterSource
            {
                Type = CharacterSourceType.Unix,
                Path = SocketPath(definition, services),
            };
        }
    }

    /// <summary>Starts the emulator.</summary>
    public static async ValueTask StartAsync(GuestStart start, CancellationToken cancellation)
    {
        var definition = start.Definition;
        foreach (var tpm in definition.Tpms)
        {
            if (tpm.Backend != TpmBackend.Emulator) continue;
            var plan = Plan(tpm, definition, start.Services);
            var isNew = !Directory.Exists(plan.StateDirectory);
            start.OnUndo(async () =>
            {
                await TpmEmulator.StopAsync(plan.SocketPath);
                if (isNew) TpmEmulator.DeleteState(plan.StateDirectory);
            });
            var files = start.Services.Files;
            await TpmEmulator.StartAsync(plan with
            {
                OnStart = () =>
                {
                    files.GrantState(definition, plan.StateDirectory, plan.LogPath, Later(start));
                    return files.LabelPrograms(definition);
                },
            }, cancellation);
        }
    }

    /// <summary>Stops the emulator of a guest that has ended; it does so by itself where QEMU was connected.</summary>
    public static async ValueTask StopAsync(DomainDefinition definition, GuestServices services)
    {
        foreach (var tpm in definition.Tpms.Where(tpm => tpm.Backend == TpmBackend.Emulator))
        {
            await TpmEmulator.StopAsync(SocketPath(definition, services));
            services.Files.RevokeState(definition, StateFolder(tpm, definition, services), Log(definition, services));
        }
    }

    private static Action<Action> Later(GuestStart start) => undo => start.OnUndo(() =>
    {
        undo();
        return ValueTask.CompletedTask;
    });

    private static string StateFolder(Model.Domain.Tpm tpm, DomainDefinition definition, GuestServices services) =>
        Path.Combine(
            services.TpmStateRoot,
            definition.Uuid.ToString("D"),
            tpm.Version != TpmVersion.V1_2 ? "tpm2" : "tpm1.2");

    private static string Log(DomainDefinition definition, GuestServices services) =>
        Path.Combine(services.TpmLogRoot, definition.Name + "-swtpm.log");

    private static TpmEmulatorPlan Plan(Model.Domain.Tpm tpm, DomainDefinition definition, GuestServices services)
    {
        var isVersion2 = tpm.Version != TpmVersion.V1_2;
        var socket = SocketPath(definition, services);
        return new TpmEmulatorPlan
        {
            DomainName = definition.Name,
            DomainUuid = definition.Uuid.ToString("D"),
            IsVersion2 = isVersion2,
            StateDirectory = StateFolder(tpm, definition, services),
            SocketPath = socket,
            PidPath = Path.ChangeExtension(socket, ".pid"),
            LogPath = Log(definition, services),
            PcrBanks = [.. tpm.ActivePcrBanks.Select(bank => bank.ToXml())],
            Passphrase = tpm.EncryptionSecret is { } secret
                ? services.Secrets.Find(SecretUsage.Vtpm, secret, null)
                : null,
            Account = services.TpmAccount,
        };
    }

    private static string SocketPath(DomainDefinition definition, GuestServices services) => Path.Combine(
        services.TpmRunRoot,
        GuestDirectories.ShortName(definition.Id, definition.Name) + "-swtpm.sock");
}
