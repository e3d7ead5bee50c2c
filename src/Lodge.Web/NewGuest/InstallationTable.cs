using System.Collections.Immutable;
using Lodge.Web.Hypervisors;

namespace Lodge.Web.NewGuest;

/// <summary>The guests that are being installed, and those that were since the program started.</summary>
public sealed class InstallationTable
{
    private const int Most = 50;
    private ImmutableList<Installation> _all = [];

    /// <summary>All of them, the newest first.</summary>
    public IReadOnlyList<Installation> All => _all;

    /// <summary>Begins to make a guest.</summary>
    public Installation Begin(Hypervisor host, GuestWish wish)
    {
        var installation = new Installation(host, wish.Name.Trim());
        ImmutableInterlocked.Update(ref _all, all => all.Insert(0, installation).RemoveAll(
            old => old.IsOver && all.Count >= Most));
        _ = Task.Run(() => installation.RunAsync(wish));
        return installation;
    }
}
