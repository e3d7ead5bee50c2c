using Lodge.Web.Guests;
using Lodge.Web.Hypervisors;
using Lodge.Web.Parts;

namespace Lodge.Web.Pages.Guests;

/// <summary>The list of all guests of all hypervisors.</summary>
public sealed partial class GuestListPage : LivePage
{
    private const int AtOnce = 16;
    private readonly HashSet<Guid> _chosen = [];
    private List<GuestListRow> _rows = [];
    private IReadOnlyList<string> _tags = [];
    private string _search = "";
    private string _state = "";
    private string _tag = "";
    private string _sort = "name";
    private bool _isDescending;
    private bool _isGrouped;
    private GuestDeed? _asked;
    private IReadOnlyList<Guest>? _labels;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Hypervisors.Changed += Follow;
        _isGrouped = AllGuests().Any(guest => guest.Labels.Group.Length > 0);
        Follow();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Hypervisors.Changed -= Follow;
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override Task ChangedAsync(HypervisorChange change)
    {
        // New figures are shown by the rows themselves, unless they decide the order.
        if ((change & ~HypervisorChange.Statistics) != 0 || _sort is "cpu" or "memory") Arrange();
        return Task.CompletedTask;
    }

    private void Follow()
    {
        foreach (var host in Hypervisors.All)
            Watch(host, HypervisorChange.Guests | HypervisorChange.Link | HypervisorChange.Statistics);
        Arrange();
        Refresh();
    }

    private IEnumerable<Guest> AllGuests() => Hypervisors.All.SelectMany(host => host.Guests.All);

    private IEnumerable<Guest> Chosen() => AllGuests().Where(guest => _chosen.Contains(guest.Uuid));

    private string NewGuestPath() => $"/hosts/{(Hypervisors.All.Count > 0 ? Hypervisors.All[0].Id : "local")}/new";

    private string Summary()
    {
        var all = AllGuests().ToList();
        return all.Count == 0 ? "" : $"{all.Count(guest => guest.IsActive)} {T["running"]}, {all.Count} {T["in all"]}";
    }

    private void Arrange()
    {
        var all = AllGuests().ToList();
        _tags = [.. all.SelectMany(guest => guest.Labels.Tags).Distinct().Order(StringComparer.OrdinalIgnoreCase)];
        var shown = Order(all.Where(IsShown));
        _rows = _isGrouped
            ? [.. shown.GroupBy(guest => guest.Labels.Group).OrderBy(group => group.Key.Length == 0)
                .ThenBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
                .SelectMany(group => group.Select(guest => new GuestListRow(guest, group.Key, 0))
                    .Prepend(new GuestListRow(null, group.Key, group.Count())))]
            : [.. shown.Select(guest => new GuestListRow(guest, "", 0))];
        var there = all.Select(guest => guest.Uuid).ToHashSet();
        _chosen.RemoveWhere(uuid => !there.Contains(uuid));
    }

    private bool IsShown(Guest guest) =>
        _state switch { "active" => guest.IsActive, "off" => !guest.IsActive, _ => true }
        && (_tag.Length == 0 || guest.Labels.Tags.Contains(_tag))
        && _search.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Has(guest, word));

    private static bool Has(Guest guest, string word) =>
        guest.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || guest.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
        || guest.Host.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || guest.Labels.Group.Contains(word, StringComparison.OrdinalIgnoreCase)
        || guest.Labels.Tags.Any(tag => tag.Contains(word, StringComparison.OrdinalIgnoreCase))
        || guest.Uuid.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<Guest> Order(IEnumerable<Guest> guests)
    {
        var named = guests.OrderBy(guest => guest.Name, StringComparer.OrdinalIgnoreCase);
        IEnumerable<Guest> ordered = _sort switch
        {
            "state" => named.OrderBy(guest => guest.IsActive ? 0 : 1).ThenBy(guest => guest.State),
            "cpu" => named.OrderByDescending(guest => guest.Host.Meters.Of(guest.Uuid).Latest.Cpu),
            "memory" => named.OrderByDescending(guest => guest.Memory),
            _ => named,
        };
        return _isDescending ? ordered.Reverse() : ordered;
    }

    private void Sort(string by)
    {
        _isDescending = _sort == by && !_isDescending;
        _sort = by;
        Arrange();
    }

    private string Arrow(string by) => _sort != by ? "" : _isDescending ? "↑" : "↓";

    private void ShowAll()
    {
        (_search, _state, _tag) = ("", "", "");
        Arrange();
    }

    private void Choose(Guest guest)
    {
        if (!_chosen.Remove(guest.Uuid)) _chosen.Add(guest.Uuid);
    }

    private bool AllChosen() => _chosen.Count > 0
        && _rows.All(row => row.Guest is null || _chosen.Contains(row.Guest.Uuid));

    private void ChooseAll()
    {
        if (AllChosen()) _chosen.Clear();
        else _chosen.UnionWith(_rows.Where(row => row.Guest is not null).Select(row => row.Guest!.Uuid));
    }

    private Task AskAsync(GuestDeed deed)
    {
        if (deed.Question is null) return DoAllAsync(deed);
        _asked = deed;
        return Task.CompletedTask;
    }

    private async Task DoAllAsync(GuestDeed deed)
    {
        _asked = null;
        var fit = Chosen().Where(guest => deed.Needs(guest) is null).ToList();
        if (fit.Count == 0)
        {
            Notices.Say(T["Nothing of what is chosen is in a state for this."]);
            return;
        }

        var failures = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await Parallel.ForEachAsync(
            fit,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Gone },
            async (guest, cancellation) =>
            {
                try
                {
                    await deed.RunAsync(guest, cancellation);
                }
                catch (VirException error)
                {
                    failures.Enqueue($"{guest.Name}: {error.Message}");
                }
            });
        if (failures.IsEmpty) Notices.Say($"{T[deed.Label]}: {fit.Count} {T["guests"]}");
        else Notices.Complain($"{failures.Count} of {fit.Count} failed. {string.Join(" ", failures.Take(3))}");
    }
}
