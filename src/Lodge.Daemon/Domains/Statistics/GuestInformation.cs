using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Qemu.Agent;
using Lodge.Qemu.Agent.Commands;
using static Lodge.Protocol.Constants.VirDomainGuestInfoTypes;

namespace Lodge.Daemon.Domains.Statistics;

/// <summary>What a guest's agent tells of the guest, under libvirt's names (<c>virDomainGetGuestInfo</c>).</summary>
internal static class GuestInformation
{
    /// <summary>Asks for one group and adds it.</summary>
    public delegate Task Group(ParameterList list, AgentClient agent, DomainDefinition definition);

    /// <summary>The groups, in libvirt's order.</summary>
    public static IReadOnlyList<(VirDomainGuestInfoTypes Type, Group Add)> Groups { get; } =
    [
        (VIR_DOMAIN_GUEST_INFO_USERS, AddUsersAsync),
        (VIR_DOMAIN_GUEST_INFO_OS, AddOsAsync),
        (VIR_DOMAIN_GUEST_INFO_TIMEZONE, AddTimezoneAsync),
        (VIR_DOMAIN_GUEST_INFO_HOSTNAME, AddHostnameAsync),
        (VIR_DOMAIN_GUEST_INFO_FILESYSTEM, AddFileSystemsAsync),
        (VIR_DOMAIN_GUEST_INFO_DISKS, AddDisksAsync),
        (VIR_DOMAIN_GUEST_INFO_INTERFACES, AddInterfacesAsync),
    ];

    private static async Task AddUsersAsync(ParameterList list, AgentClient agent, DomainDefinition definition)
    {
        var users = await agent.GetUsersAsync();
        list.Add("user.count", (uint)users.Length);
        for (var i = 0; i < users.Length; i++)
        {
            list.Add($"user.{i}.name", users[i].Name);
            if (users[i].Domain is { } domain)
                list.Add($"user.{i}.domain", domain);
            list.Add($"user.{i}.login-time", (ulong)(users[i].LoginTime * 1000));
        }
    }

    private static async Task AddOsAsync(ParameterList list, AgentClient agent, DomainDefinition definition)
    {
        foreach (var (name, value) in await agent.GetOsInfoAsync())
            list.Add($"os.{name}", value);
    }

    private static async Task AddTimezoneAsync(ParameterList list, AgentClient agent, DomainDefinition definition)
    {
        var (name, offset) = await agent.GetTimezoneAsync();
        if (name is not null)
            list.Add("timezone.name", name);
        list.Add("timezone.offset", offset);
    }

    private static async Task AddHostnameAsync(ParameterList list, AgentClient agent, DomainDefinition definition) =>
        list.Add("hostname", await agent.GetHostNameAsync());

    private static async Task AddFileSystemsAsync(ParameterList list, AgentClient agent, DomainDefinition definition)
    {
        var systems = await agent.GetFileSystemsAsync();
        list.Add("fs.count", (uint)systems.Length);
        for (var i = 0; i < systems.Length; i++)
        {
            var system = systems[i];
            list.Add($"fs.{i}.name", system.Name);
            list.Add($"fs.{i}.mountpoint", system.Mountpoint);
            list.Add($"fs.{i}.fstype", system.Type);
            list.AddKnown($"fs.{i}.total-bytes", system.TotalBytes);
            list.AddKnown($"fs.{i}.used-bytes", system.UsedBytes);
            list.Add($"fs.{i}.disk.count", (uint)system.Disks.Count);
            for (var j = 0; j < system.Disks.Count; j++)
                AddDisk(list, $"fs.{i}.disk.{j}.", GuestDisks.TargetOf(definition, system.Disks[j]), system.Disks[j]);
        }
    }

    private static async Task AddDisksAsync(ParameterList list, AgentClient agent, DomainDefinition definition)
    {
        var disks = await agent.GetDisksAsync();
        list.Add("disk.count", (uint)disks.Length);
        for (var i = 0; i < disks.Length; i++)
        {
            var disk = disks[i];
            list.Add($"disk.{i}.name", disk.Name);
            list.Add($"disk.{i}.partition", disk.IsPartition);
            if (disk.Dependencies.Count > 0)
                list.Add($"disk.{i}.dependency.count", (uint)disk.Dependencies.Count);
            for (var j = 0; j < disk.Dependencies.Count; j++)
                list.Add($"disk.{i}.dependency.{j}.name", disk.Dependencies[j]);
            if (disk.Address?.Serial is { } serial)
                list.Add($"disk.{i}.serial", serial);
            if (disk.Address is { } address && GuestDisks.TargetOf(definition, address) is { } target)
                list.Add($"disk.{i}.alias", target);
            if (disk.Alias is { } alias)
                list.Add($"disk.{i}.guest_alias", alias);
        }
    }

    private static async Task AddInterfacesAsync(ParameterList list, AgentClient agent, DomainDefinition definition)
    {
        var cards = await agent.GetInterfacesAsync();
        list.Add("if.count", (uint)cards.Length);
        for (var i = 0; i < cards.Length; i++)
        {
            var card = cards[i];
            list.Add($"if.{i}.name", card.Name);
            if (card.HardwareAddress is { } address)
                list.Add($"if.{i}.hwaddr", address);
            list.Add($"if.{i}.addr.count", (uint)card.Addresses.Count);
            for (var j = 0; j < card.Addresses.Count; j++)
            {
                list.Add($"if.{i}.addr.{j}.type", card.Addresses[j].IsIpv6 ? "ipv6" : "ipv4");
                list.Add($"if.{i}.addr.{j}.addr", card.Addresses[j].Address);
                list.Add($"if.{i}.addr.{j}.prefix", card.Addresses[j].Prefix);
            }
        }
    }

    private static void AddDisk(ParameterList list, string prefix, string? target, AgentDiskAddress disk)
    {
        if (target is not null)
            list.Add(prefix + "alias", target);
        if (disk.Serial is { } serial)
            list.Add(prefix + "serial", serial);
        if (disk.Device is { } device)
            list.Add(prefix + "device", device);
    }
}
