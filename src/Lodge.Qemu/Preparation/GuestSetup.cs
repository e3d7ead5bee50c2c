using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Hotplug;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Preparation;

/// <summary>What a guest needs before its first instruction that a command line cannot or must not say.</summary>
public static class GuestSetup
{
    private const ulong BytesPerKib = 1024;

    /// <summary>Tells it to a QEMU that has started and stands still.</summary>
    /// <exception cref="Protocol.Errors.VirException">QEMU refused, or is gone.</exception>
    public static async Task ApplyAsync(
        QmpClient monitor, DomainDefinition definition, CommandLineContext context,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(context);

        // All are sent at once; QEMU answers them in turn.
        var answers = new List<Task>();
        foreach (var (command, arguments) in Commands(definition, context))
        {
            answers.Add(monitor.ExecuteAsync(command, arguments.WriteMembersTo, cancellation));
        }

        await Task.WhenAll(answers);
    }

    internal static IEnumerable<(string Command, QemuProperties Arguments)> Commands(
        DomainDefinition definition, CommandLineContext context)
    {
        foreach (var display in definition.Graphics)
        {
            foreach (var command in DisplayPassword.Commands(display, context.Settings))
            {
                yield return command;
            }
        }

        foreach (var card in definition.Interfaces.Where(card => card.Link == LinkState.Down))
        {
            yield return ("set_link", new QemuProperties().Add("name", card.Alias).Add("up", (bool?)false));
        }

        foreach (var command in Balloon(definition))
        {
            yield return command;
        }

        foreach (var disk in definition.Disks.Where(
            disk => disk is { IoTune: { IsEmpty: false }, Source.IsEmpty: false }))
        {
            yield return ("block_set_io_throttle", DiskThrottle.Properties(disk));
        }

        if (definition.OnReboot == LifecycleAction.Destroy)
        {
            yield return ("set-action", new QemuProperties().Add("reboot", "shutdown"));
        }
    }

    private static IEnumerable<(string Command, QemuProperties Arguments)> Balloon(DomainDefinition definition)
    {
        if (definition.Memballoon is not { Model: not MemballoonModel.None } balloon) yield break;
        if (balloon.StatsPeriod > 0)
        {
            yield return ("qom-set", new QemuProperties()
                .Add("path", "/machine/peripheral/" + balloon.Alias)
                .Add("property", "guest-stats-polling-interval")
                .Add("value", balloon.StatsPeriod));
        }

        yield return ("balloon", new QemuProperties().Add("value", (ulong?)(definition.CurrentMemory * BytesPerKib)));
    }
}
