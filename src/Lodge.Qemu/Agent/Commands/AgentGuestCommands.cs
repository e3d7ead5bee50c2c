using System.Text.Json;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Agent.Commands;

/// <summary>What a guest is: its name, time, system, users, CPUs and network.</summary>
public static class AgentGuestCommands
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary><c>guest-get-host-name</c>.</summary>
    public static Task<string> GetHostNameAsync(
        this AgentClient agent, CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync("guest-get-host-name", null, static name => name.Text("host-name"), cancellationToken);

    /// <summary><c>guest-get-time</c>: seconds since 1970, and nanoseconds beyond.</summary>
    public static Task<(long Seconds, uint Nanoseconds)> GetTimeAsync(
        this AgentClient agent, CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync(
            "guest-get-time",
            null,
            static time => (time.GetInt64() / NanosecondsPerSecond, (uint)(time.GetInt64() % NanosecondsPerSecond)),
            cancellationToken);

    /// <summary><c>guest-set-time</c>; null has the guest take the time of its hardware clock.</summary>
    /// <exception cref="OverflowException">The time is beyond what the agent can be told (the year 2262).</exception>
    public static Task SetTimeAsync(
        this AgentClient agent,
        (long Seconds, uint Nanoseconds)? time,
        CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync(
            "guest-set-time",
            time is var (seconds, nanoseconds)
                ? json => json.WriteNumber("time", checked((seconds * NanosecondsPerSecond) + nanoseconds))
                : null,
            static _ => true,
            cancellationToken);

    /// <summary>
    /// <c>guest-get-osinfo</c>: the guest's system, by the names of <c>os-release(5)</c> and <c>uname(2)</c>.
    /// </summary>
    public static Task<IReadOnlyDictionary<string, string>> GetOsInfoAsync(
        this AgentClient agent, CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync("guest-get-osinfo", null, ReadTexts, cancellationToken);

    /// <summary><c>guest-get-timezone</c>: its name, or null, and seconds east of Greenwich.</summary>
    public static Task<(string? Name, int Offset)> GetTimezoneAsync(
        this AgentClient agent, CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync(
            "guest-get-timezone",
            null,
            static zone => (zone.OptionalText("zone"), (int)zone.Integer("offset")),
            cancellationToken);

    /// <summary><c>guest-get-users</c>: who is logged in.</summary>
    public static Task<AgentUser[]> GetUsersAsync(
        this AgentClient agent, CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync(
            "guest-get-users",
            null,
            static users => users.EnumerateArray().Select(AgentUser.Read).ToArray(),
            cancellationToken);

    /// <summary><c>guest-get-vcpus</c>.</summary>
    public static Task<AgentCpu[]> GetCpusAsync(
        this AgentClient agent, CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync(
            "guest-get-vcpus",
            null,
            static cpus => cpus.EnumerateArray().Select(AgentCpu.Read).ToArray(),
            cancellationToken);

    /// <summary><c>guest-set-vcpus</c>: takes CPUs in or out of use.</summary>
    /// <returns>How many of them were set, from the first.</returns>
    public static Task<int> SetCpusAsync(
        this AgentClient agent,
        IEnumerable<(int Id, bool IsOnline)> cpus,
        CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync(
            "guest-set-vcpus",
            json =>
            {
                json.WriteStartArray("vcpus");
                foreach (var (id, isOnline) in cpus)
                {
                    json.WriteStartObject();
                    json.WriteNumber("logical-id", id);
                    json.WriteBoolean("online", isOnline);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            },
            static count => count.GetInt32(),
            cancellationToken);

    /// <summary>
    /// <c>guest-network-get-interfaces</c>; what the guest shows as aliases (<c>eth0:1</c>) belongs to its interface.
    /// </summary>
    public static Task<AgentInterface[]> GetInterfacesAsync(
        this AgentClient agent, CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync("guest-network-get-interfaces", null, AgentInterface.ReadAll, cancellationToken);

    private static IReadOnlyDictionary<string, string> ReadTexts(JsonElement answer) =>
        answer.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(member => member.Name, member => member.Value.GetString() ?? "", StringComparer.Ordinal);
}

/// <summary>Somebody logged in.</summary>
/// <param name="Name">The user's name.</param>
/// <param name="Domain">The Windows domain, or null.</param>
/// <param name="LoginTime">Since when, in seconds since 1970.</param>
public sealed record AgentUser(string Name, string? Domain, double LoginTime)
{
    internal static AgentUser Read(JsonElement json) =>
        new(json.Text("user"), json.OptionalText("domain"), json.GetProperty("login-time").GetDouble());
}

/// <summary>A CPU, as the guest sees it.</summary>
/// <param name="Id">The guest's number of it.</param>
/// <param name="IsOnline">Whether it is in use.</param>
/// <param name="CanOffline">Whether it can be taken out of use.</param>
public sealed record AgentCpu(int Id, bool IsOnline, bool CanOffline)
{
    internal static AgentCpu Read(JsonElement json) => new(
        (int)json.Integer("logical-id"), json.Flag("online"), json.OptionalFlag("can-offline") ?? false);
}

/// <summary>A network interface, as the guest sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="HardwareAddress">Its MAC address, or null.</param>
/// <param name="Addresses">Its addresses.</param>
public sealed record AgentInterface(string Name, string? HardwareAddress, IReadOnlyList<AgentAddress> Addresses)
{
    internal static AgentInterface[] ReadAll(JsonElement answer)
    {
        var found = new List<(string Name, string? Hardware, List<AgentAddress> Addresses)>();
        foreach (var json in answer.EnumerateArray())
        {
            var name = json.Text("name").Split(':')[0];
            var index = found.FindIndex(known => known.Name == name);
            if (index < 0)
            {
                index = found.Count;
                found.Add((name, json.OptionalText("hardware-address"), []));
            }

            found[index].Addresses.AddRange(json.OptionalArray("ip-addresses").Select(AgentAddress.Read));
        }

        return [.. found.Select(known => new AgentInterface(known.Name, known.Hardware, known.Addresses))];
    }
}

/// <summary>An address.</summary>
/// <param name="IsIpv6">Whether it is of IPv6.</param>
/// <param name="Address">The address.</param>
/// <param name="Prefix">Bits of the network's part.</param>
public sealed record AgentAddress(bool IsIpv6, string Address, uint Prefix)
{
    internal static AgentAddress Read(JsonElement json) =>
        new(json.Text("ip-address-type") == "ipv6", json.Text("ip-address"), (uint)json.Integer("prefix"));
}
