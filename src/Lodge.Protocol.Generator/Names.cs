using System.Linq;

namespace Lodge.Protocol.Generator;

/// <summary>How names of the wire become names of C#.</summary>
internal static class Names
{
    /// <summary>
    /// <c>lookup_by_name</c> becomes <c>LookupByName</c>; what follows each first letter stays as it is.
    /// </summary>
    public static string Pascal(string name) =>
        string.Concat(name.Split('_').Where(part => part.Length > 0).Select(Capital));

    /// <summary>
    /// <c>remote_domain_get_info_ret</c> becomes <c>DomainGetInfoRet</c>, and <c>remote_nonnull_domain</c>, which is an
    /// object of the program, <c>RemoteDomain</c>.
    /// </summary>
    public static string Type(string name, string prefix)
    {
        var bare = prefix.Length > 0 && name.StartsWith(prefix) ? name.Substring(prefix.Length) : name;
        const string NonNull = "nonnull_";
        return bare.StartsWith(NonNull) ? Pascal(prefix + bare.Substring(NonNull.Length))
            : bare.Contains('_') || prefix.Length == 0 ? Pascal(bare)
            : Pascal(prefix + bare);
    }

    private static string Capital(string part) => char.ToUpperInvariant(part[0]) + part.Substring(1);
}
