using System.Globalization;
using Lodge.Host.Accounts;
using Lodge.Security.Native;
using Lodge.Security.Selinux;

namespace Lodge.Security.Access;

/// <summary>Follows a path as a guest would, to the first part that the guest may not pass.</summary>
/// <param name="selinux">The host's SELinux.</param>
public sealed class PathAccess(ISelinux selinux)
{
    private const int Read = 4;
    private const int Write = 2;
    private const int Pass = 1;
    private const int MostLinks = 40;

    /// <summary>Looks for what keeps a guest from a file.</summary>
    /// <param name="file">The file's whole path.</param>
    /// <param name="account">As whom the guest opens it.</param>
    /// <param name="writes">Whether the guest writes it.</param>
    /// <returns>The refusal; null where nothing is in its way, or the file is not there.</returns>
    public AccessRefusal? Find(string file, GuestAccount account, bool writes)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(account);
        var parts = new Stack<string>(Parts(file).Reverse());
        var at = "/";
        var links = 0;
        while (AccessList.Read(at) is { } list)
        {
            if (LibC.IsLink(list.Type))
            {
                if (++links > MostLinks || Follow(at, parts) is not { } start)
                {
                    return null;
                }

                at = start;
                continue;
            }

            var isEnd = parts.Count == 0;
            var wanted = isEnd ? Read | (writes ? Write : 0) | (LibC.IsFolder(list.Type) ? Pass : 0) : Pass;
            if (Refusal(file, at, list, account, wanted, isEnd) is { } refusal)
            {
                return refusal;
            }

            if (isEnd)
            {
                return ByProfile(file);
            }

            at = Step(at, parts.Pop());
        }

        return null;
    }

    private static string[] Parts(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static string Step(string folder, string part) => part switch
    {
        "." => folder,
        ".." => Path.GetDirectoryName(folder) ?? "/",
        _ => Path.Combine(folder, part),
    };

    private static string? Follow(string link, Stack<string> parts)
    {
        if (new FileInfo(link).LinkTarget is not { } target)
        {
            return null;
        }

        foreach (var part in Parts(target).Reverse())
        {
            parts.Push(part);
        }

        return Path.IsPathRooted(target) ? "/" : Path.GetDirectoryName(link);
    }

    private static AccessRefusal? ByProfile(string file) => AppArmor.Profile is not { } profile ? null : new(
        file,
        file,
        AccessLayer.AppArmor,
        $"the AppArmor profile {profile} confines the guest, and may not have '{file}' in it",
        $"add the line '{file} rwk,' to /etc/apparmor.d/local/ for that profile, and load it by apparmor_parser -r");

    private AccessRefusal? Refusal(
        string file, string part, AccessList list, GuestAccount account, int wanted, bool isEnd)
    {
        var lacking = list.Lacks(account, wanted);
        return lacking != 0
            ? ByOwner(file, part, list, account, lacking, isEnd)
            : ByLabel(file, part, list, account, wanted, isEnd);
    }

    private static AccessRefusal ByOwner(
        string file, string part, AccessList list, GuestAccount account, int lacking, bool isEnd)
    {
        var mode = Convert.ToString(list.Mode, 8).PadLeft(4, '0');
        var owner = string.Create(CultureInfo.InvariantCulture, $"{AccountNames.User(list.Owner) ?? $"{list.Owner}"}")
            + string.Create(CultureInfo.InvariantCulture, $":{AccountNames.Group(list.Group) ?? $"{list.Group}"}");
        var setting = list.HasEntries ? $"its access list (getfacl) and mode {mode}" : $"its mode {mode}";
        var rights = isEnd ? (lacking & Write) != 0 ? "rw" : "r" : "x";
        var grant = $"setfacl -m u:{account.Name}:{rights} '{part}'";
        var back = $"and take it back by setfacl -x u:{account.Name} '{part}'";
        return new AccessRefusal(
            file,
            part,
            list.HasEntries ? AccessLayer.Acl : AccessLayer.Mode,
            $"user '{account.Name}' may not {Verb(lacking, isEnd)} '{part}', which belongs to {owner}, by {setting}",
            isEnd
                ? $"{grant} ({back})"
                : $"put the file where guests may pass, as /var/lib/libvirt/images, or let this user through alone: "
                    + $"{grant} ({back})");
    }

    private AccessRefusal? ByLabel(
        string file, string part, AccessList list, GuestAccount account, int wanted, bool isEnd)
    {
        if (account.Context is not { } own || !selinux.IsEnabled || !selinux.IsEnforcing
            || selinux.FileContext(part).Context is not { } label)
        {
            return null;
        }

        var kind = Kind(list.Type);
        string[] permissions = isEnd
            ? (wanted & Write) != 0 ? ["read", "write"] : ["read"]
            : ["search"];
        if (Array.TrueForAll(permissions, permission => selinux.Allows(own, label, kind, permission)))
        {
            return null;
        }

        var folder = Path.GetDirectoryName(file) ?? "/";
        var advice = StorageAdvice.For(folder, selinux);
        return new AccessRefusal(
            file,
            part,
            AccessLayer.Selinux,
            $"SELinux does not let {own} {(isEnd ? "use" : "pass")} '{part}', which carries the label {label}",
            advice is not null
                ? string.Join(" && ", advice.Commands)
                : "ausearch -m avc -ts recent shows what was refused");
    }

    private static string Verb(int lacking, bool isEnd) => (isEnd, lacking & Write, lacking & Read) switch
    {
        (false, _, _) => "pass",
        (_, not 0, not 0) => "read and write",
        (_, not 0, _) => "write",
        _ => "read",
    };

    private static string Kind(int type) => (type & 0xf000) switch
    {
        0x4000 => "dir",
        0x6000 => "blk_file",
        0x2000 => "chr_file",
        0xc000 => "sock_file",
        0x1000 => "fifo_file",
        _ => "file",
    };
}
