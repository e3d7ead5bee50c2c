using System.Security.Cryptography;

namespace Lodge.Security.Selinux;

/// <summary>
/// The pairs of categories that keep guests apart: each guest that runs has one that no other has.
/// </summary>
/// <remarks>Source: libvirt's <c>virSecuritySELinuxMCSFind</c>: two different categories always, for a guest may
/// use what carries a subset of its own.</remarks>
internal sealed class CategoryPairs
{
    private const int FewestCategories = 8;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes a pair that nobody has, at random.</summary>
    /// <param name="range">What to choose from.</param>
    /// <returns>The level, as <c>s0:c41,c264</c>.</returns>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_INTERNAL_ERROR: there are too few categories, or all
    /// pairs are taken.</exception>
    public string Take(CategoryRange range)
    {
        var count = range.Last - range.First + 1;
        if (count < FewestCategories)
        {
            throw SelinuxErrors.Internal($"Category range c{range.First}-c{range.Last} too small");
        }

        lock (_lock)
        {
            // Where libvirt would try for ever.
            if (_taken.Count >= count * (count - 1) / 2)
            {
                throw SelinuxErrors.Internal(
                    $"all pairs of the categories c{range.First} to c{range.Last} are taken by running guests");
            }

            while (true)
            {
                var one = range.First + RandomNumberGenerator.GetInt32(count);
                var other = range.First + RandomNumberGenerator.GetInt32(count);
                var level = $"{range.Sensitivity}:c{Math.Min(one, other)},c{Math.Max(one, other)}";
                if (one != other && _taken.Add(level))
                {
                    return level;
                }
            }
        }
    }

    /// <summary>Marks the pair of a guest that runs already.</summary>
    /// <returns>Whether nobody had it.</returns>
    public bool Reserve(string level)
    {
        lock (_lock)
        {
            return _taken.Add(level);
        }
    }

    /// <summary>Gives a pair back.</summary>
    public void Release(string level)
    {
        lock (_lock)
        {
            _taken.Remove(level);
        }
    }
}
