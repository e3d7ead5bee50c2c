namespace Lodge.Network.Filters;

/// <summary>The kernel's packet filtering, as nft speaks to it.</summary>
public interface IPacketFilter
{
    /// <summary>Applies a script whole, or nothing of it.</summary>
    /// <exception cref="Protocol.Errors.VirException">It was refused.</exception>
    Task ApplyAsync(string script, CancellationToken cancellation = default);

    /// <summary>Whether the kernel would take a script.</summary>
    Task<bool> TakesAsync(string script);

    /// <summary>Lists a table; null where it is not there.</summary>
    /// <param name="table">Its family and name.</param>
    Task<string?> ListAsync(string table);
}
