using System.Collections.Frozen;
using System.Text.Json;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing.Rules;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Probing;

/// <summary>
/// The questions a QEMU is asked when it is probed; an answer that an older QEMU cannot give is empty.
/// </summary>
internal sealed class QemuQuestions(QmpClient monitor, CancellationToken cancellationToken)
{
    private static readonly FrozenSet<string> None = FrozenSet<string>.Empty;

    public Task<string> TextAsync(string command, string member) =>
        monitor.ExecuteAsync(command, null, answer => answer.Text(member), cancellationToken);

    public Task<string[]> NamesAsync(string command, string member) =>
        AskAsync(command, null, answer => Names(answer, member), []);

    public Task<FrozenSet<string>> TextsAsync(string command) =>
        AskAsync(
            command,
            null,
            static answer => answer.EnumerateArray().Select(item => item.GetString() ?? "").ToFrozenSet(),
            None);

    public Task<FrozenSet<string>> SchemaPathsAsync(IEnumerable<string> paths) =>
        AskAsync(
            "query-qmp-schema",
            null,
            answer =>
            {
                var schema = new QapiSchema(answer);
                return paths.Where(schema.Has).ToFrozenSet(StringComparer.Ordinal);
            },
            None);

    /// <summary>
    /// The properties of every type that rules or command lines depend on; types that are not there are left out.
    /// </summary>
    public async Task<FrozenDictionary<string, FrozenSet<string>>> PropertiesAsync()
    {
        var asked = ProbedTypes.Devices.Select(type => (type, PropertiesAsync("device-list-properties", type)))
            .Concat(ProbedTypes.Objects.Select(type => (type, PropertiesAsync("qom-list-properties", type))))
            .ToArray();
        var found = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        foreach (var (type, answer) in asked)
        {
            if (await answer is { Count: > 0 } properties) found[type] = properties;
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public Task<bool> VirtioBlkScsiOffAsync() =>
        AskAsync(
            "device-list-properties",
            json => json.WriteString("typename", "virtio-blk-pci"),
            static answer => answer.EnumerateArray().Any(
                property => property.Text("name") == "scsi" && property.OptionalFlag("default-value") == false),
            false);

    public Task<FrozenDictionary<string, FrozenSet<string>>> OptionsAsync() =>
        AskAsync(
            "query-command-line-options",
            null,
            static answer => answer.EnumerateArray().ToFrozenDictionary(
                option => option.Text("option"),
                option => Names(option.GetProperty("parameters"), "name").ToFrozenSet(StringComparer.Ordinal)),
            FrozenDictionary<string, FrozenSet<string>>.Empty);

    public Task<QemuMachine[]> MachinesAsync() =>
        AskAsync(
            "query-machines",
            null,
            static answer => answer.EnumerateArray().Select(ReadMachine).ToArray(),
            []);

    private Task<FrozenSet<string>> PropertiesAsync(string command, string type) =>
        AskAsync(
            command,
            json => json.WriteString("typename", type),
            static answer => Names(answer, "name").ToFrozenSet(StringComparer.Ordinal),
            None);

    private async Task<T> AskAsync<T>(
        string command, Action<Utf8JsonWriter>? arguments, Func<JsonElement, T> read, T unknown)
    {
        try
        {
            return await monitor.ExecuteAsync(command, arguments, read, cancellationToken);
        }
        catch (VirException refused) when (refused.InnerException is QmpRefusedException)
        {
            return unknown;
        }
    }

    private static string[] Names(JsonElement answer, string member) =>
        [.. answer.EnumerateArray().Select(item => item.Text(member))];

    private static QemuMachine ReadMachine(JsonElement machine) => new()
    {
        Name = machine.Text("name"),
        Alias = machine.OptionalText("alias"),
        IsDefault = machine.OptionalFlag("is-default") ?? false,
        MaxCpus = (int)machine.Integer("cpu-max"),
        HotpluggableCpus = machine.Flag("hotpluggable-cpus"),
        NumaMemSupported = machine.OptionalFlag("numa-mem-supported") ?? false,
        DefaultCpu = WithoutSuffix(machine.OptionalText("default-cpu-type")),
        DefaultRamId = machine.OptionalText("default-ram-id"),
        IsDeprecated = machine.OptionalFlag("deprecated") ?? false,
    };

    private static string? WithoutSuffix(string? type)
    {
        foreach (var suffix in (ReadOnlySpan<string>)["-x86_64-cpu", "-i386-cpu"])
        {
            if (type is not null && type.EndsWith(suffix, StringComparison.Ordinal)) return type[..^suffix.Length];
        }

        return type;
    }
}
