using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Lodge.Model.Domain;

/// <summary>A set of CPUs or NUMA nodes, written <c>0-3,^2,8</c> (libvirt's <c>virBitmapParse</c>).</summary>
public sealed class CpuSet : IEquatable<CpuSet>
{
    /// <summary>One more than the highest member (<c>VIR_DOMAIN_CPUMASK_LEN</c>).</summary>
    public const int Limit = 16384;

    private readonly int[] _members;

    /// <summary>Makes a set of these members.</summary>
    public CpuSet(IEnumerable<int> members) => _members = [.. members.Distinct().Order()];

    /// <summary>The members, ascending.</summary>
    public IReadOnlyList<int> Members => _members;

    /// <summary>Whether it has no member.</summary>
    public bool IsEmpty => _members.Length == 0;

    /// <summary>Whether a number is a member.</summary>
    public bool Contains(int member) => Array.BinarySearch(_members, member) >= 0;

    /// <summary>Whether two sets have a member in common.</summary>
    public bool Overlaps(CpuSet other) => Array.Exists(_members, other.Contains);

    /// <summary>Reads a set.</summary>
    /// <returns>False for anything that is no such list, or has a member beyond <see cref="Limit"/>.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CpuSet? set)
    {
        set = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var members = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            var piece = part.Trim();
            var remove = piece.StartsWith('^');
            var (first, last) = piece[(remove ? 1 : 0)..].Split('-') switch
            {
                [var one] => (one, one),
                [var from, var to] when !remove => (from, to),
                _ => ("", ""),
            };
            if (!TryNumber(first, out var low) || !TryNumber(last, out var high) || low > high)
            {
                return false;
            }

            for (var member = low; member <= high; member++)
            {
                _ = remove ? members.Remove(member) : members.Add(member);
            }
        }

        set = new CpuSet(members);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var index = 0; index < _members.Length; index++)
        {
            var first = _members[index];
            while (index + 1 < _members.Length && _members[index + 1] == _members[index] + 1)
            {
                index++;
            }

            text.Append(text.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{first}");
            if (_members[index] != first)
            {
                text.Append(CultureInfo.InvariantCulture, $"-{_members[index]}");
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(CpuSet? other) => other is not null && _members.AsSpan().SequenceEqual(other._members);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CpuSet);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < Limit;
}
