using Lodge.Install.Unattended.Kickstart;
using Lodge.Web.Hypervisors;
using Lodge.Web.NewGuest;
using Lodge.Web.Parts;
using Microsoft.AspNetCore.Components;

namespace Lodge.Web.Pages.NewGuest;

/// <summary>The wizard that makes a guest, page by page, and shows how it goes.</summary>
public sealed partial class NewGuestPage : LivePage
{
    private const int AnswersStep = 2;

    private static readonly string[] Steps =
        ["Method", "Source", "Unattended", "Memory and processors", "Storage", "Name and network", "Review"];

    private static readonly (SourceKind Kind, string Label, string Text)[] Kinds =
    [
        (SourceKind.Iso, "ISO image", "An installation medium, on the host or uploaded to it."),
        (SourceKind.Tree, "Network install",
            "The installer's tree on a server, by HTTP or FTP; with a kickstart if wanted."),
        (SourceKind.Import, "Disk image", "An image with a system on it that is there already."),
        (SourceKind.Cloud, "Cloud image", "An image made for clouds; it gets a user with a password or a key."),
        (SourceKind.Network, "Network boot", "The guest asks the network what to start (PXE)."),
        (SourceKind.Nothing, "Nothing yet", "Only the machine is made; it is not started."),
    ];

    private readonly GuestWish _wish = new();
    private readonly List<string> _images = [];
    private readonly List<(string Name, double Free)> _pools = [];
    private readonly List<(string Value, string Label)> _networks = [];
    private Hypervisor? _host;
    private Installation? _installation;
    private GuestReview? _review;
    private string? _memoryHelp;
    private string? _cpuHelp;
    private int _step;

    /// <summary>The host's name in addresses.</summary>
    [Parameter]
    public string HostId { get; set; } = "";

    [Inject]
    private InstallationTable Installations { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var host = Hypervisors.Find(HostId);
        if (ReferenceEquals(host, _host)) return;
        _host = host;
        Watch(host, HypervisorChange.Link);
        if (host is { State: LinkState.Open }) await DoAsync(() => ReadAsync(host));
    }

    /// <inheritdoc/>
    protected override async Task ChangedAsync(HypervisorChange change)
    {
        if (_host is { State: LinkState.Open } host && _networks.Count == 0) await ReadAsync(host);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Follow(null);
        base.Dispose(disposing);
    }

    private async Task ReadAsync(Hypervisor host)
    {
        _images.Clear();
        _pools.Clear();
        _networks.Clear();
        var connection = host.Connection;
        var node = await connection.GetNodeInfoAsync(Gone);
        _memoryHelp = $"{T["The host has"]} {Amount.OfKibibytes(node.Memory)}";
        _cpuHelp = $"{T["The host has"]} {node.Cpus}";
        try
        {
            foreach (var network in await connection.ListAllNetworksAsync(cancellationToken: Gone))
                _networks.Add(($"network={network.Name}", $"{T["Network"]} {network.Name}"));
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_NO_SUPPORT)
        {
            // The guest can still have a card of its own.
        }

        _networks.Add(("user", T["Through the host, outwards only"]));
        _networks.Add(("", T["No network"]));
        _wish.Network = _networks[0].Value;
        try
        {
            var active = VirConnectListAllStoragePoolsFlags.VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE;
            foreach (var pool in await connection.ListAllStoragePoolsAsync(active, Gone))
            {
                _pools.Add((pool.Name, (await pool.GetInfoAsync(Gone)).Available));
                foreach (var volume in await pool.ListAllVolumesAsync(cancellationToken: Gone))
                    _images.Add(await volume.GetPathAsync(Gone));
            }
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_NO_SUPPORT)
        {
            // Paths can be typed.
        }

        _wish.Pool = _pools.Find(pool => pool.Name is "default" or "images").Name
            ?? (_pools.Count > 0 ? _pools[0].Name : "");
    }

    private void MoveAsync(ChangeEventArgs change) => Navigation.NavigateTo($"/hosts/{change.Value}/new");

    /// <summary>What is missing on this page; null where it is complete.</summary>
    private string? Missing() => _step switch
    {
        1 when _wish.Kind is not (SourceKind.Network or SourceKind.Nothing) && _wish.Source.Trim().Length == 0 =>
            T["Say where the system comes from."],
        1 when _wish.Kind == SourceKind.Cloud && _wish.User.Length == 0 => T["Name the user."],
        1 when _wish.Kind == SourceKind.Cloud && _wish.Password.Length + _wish.Key.Length == 0 =>
            T["Give the user a password or a key."],
        AnswersStep when _wish.IsUnattended && _wish.Unattended.Text.Trim().Length == 0 =>
            T["Make the kickstart first."],
        AnswersStep when _wish.IsUnattended && _wish.Unattended.Check().Any(IsError) =>
            T["The installer would stop at the kickstart: see what is marked."],
        3 when _wish.Memory < 1 || _wish.Vcpus < 1 => T["A guest needs memory and a processor."],
        4 when _wish.AsksForDisk && _wish.HasDisk && _wish.MakesDisk && _pools.Count == 0 =>
            T["There is no pool for the image."],
        4 when _wish.AsksForDisk && _wish.HasDisk && !_wish.MakesDisk && _wish.Disk.Length == 0 => T["Name the image."],
        5 when _wish.Name.Trim().Length == 0 => T["Give it a name."],
        5 when _host?.Guests.Find(_wish.Name.Trim()) is not null => T["There is a guest of this name."],
        _ => null,
    };

    private async Task NextAsync()
    {
        _step++;
        if (_step == AnswersStep && !_wish.CanBeUnattended) _step++;
        if (_step != Steps.Length - 1) return;
        var isMade = await DoAsync(async () => _review = await GuestReview.MakeAsync(_host!, _wish, Gone));
        if (!isMade) _step--;
    }

    private void GoBack()
    {
        _step--;
        if (_step == AnswersStep && !_wish.CanBeUnattended) _step--;
        _review = null;
    }

    private static bool IsError(KickstartFinding finding) => finding.Severity == KickstartSeverity.Error;

    private void Create() => Follow(Installations.Begin(_host!, _wish));

    private void Follow(Installation? installation)
    {
        if (_installation is { } old) old.Changed -= Refresh;
        _installation = installation;
        if (installation is not null) installation.Changed += Refresh;
    }
}
