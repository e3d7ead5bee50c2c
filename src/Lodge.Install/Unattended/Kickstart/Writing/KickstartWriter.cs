using System.Text;
using Lodge.Install.Options;

namespace Lodge.Install.Unattended.Kickstart.Writing;

/// <summary>Writes a kickstart that the installer of its version takes without a question.</summary>
/// <remarks>Source: the kickstart references of RHEL 6 to 10 and of Fedora.</remarks>
public static class KickstartWriter
{
    /// <summary>The kickstart of a machine.</summary>
    /// <exception cref="OptionException">Something of it cannot be said in its version's language.</exception>
    public static string Write(KickstartDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var text = new StringBuilder();
        text.Append("#version=").Append(draft.Version).Append('\n');
        foreach (var line in Lines(draft)) text.Append(line).Append('\n');
        text.Append('\n');
        PackageLines.Write(text, draft);
        PostScript.Write(text, draft);
        var written = text.ToString();
        var error = KickstartCheck.Text(written, "the kickstart", draft.Version)
            .FirstOrDefault(finding => finding.Severity == KickstartSeverity.Error);
        return error is null ? written : throw new OptionException($"No kickstart can be written: {error.Text}");
    }

    private static IEnumerable<string> Lines(KickstartDraft draft)
    {
        var isOld = draft.Version is { IsRhel: true, Number: 6 };
        yield return "text";
        yield return "skipx";
        if (isOld) yield return "install";
        else yield return "eula --agreed";
        yield return "firstboot --disable";
        foreach (var line in SourceLines(draft)) yield return line;
        yield return $"lang {KickstartWord.Of(draft.Language, "language")}";
        yield return $"keyboard {KickstartWord.Of(draft.Keyboard, "keyboard")}";
        yield return $"timezone --utc {KickstartWord.Of(draft.TimeZone, "time zone")}";
        yield return NetworkLine(draft.Network);
        if (draft.Version is { IsRhel: true, Number: <= 7 }) yield return "authconfig --enableshadow --passalgo=sha512";
        yield return RootLine(draft, isOld);
        foreach (var line in UserLines(draft)) yield return line;
        yield return $"selinux --{draft.Selinux.ToString().ToLowerInvariant()}";
        yield return FirewallLine(draft);
        foreach (var line in ServiceLines(draft)) yield return line;
        foreach (var line in DiskLines.Of(draft)) yield return line;
        yield return draft.End.ToString().ToLowerInvariant();
    }

    private static IEnumerable<string> SourceLines(KickstartDraft draft)
    {
        if (draft is { IsFromCdrom: true, Url: not null })
            throw new OptionException("A machine is installed either from a tree or from a CD");
        if (draft.IsFromCdrom) yield return "cdrom";
        if (draft.Url is not null) yield return $"url --url={KickstartWord.Of(draft.Url, "address of the tree")}";
        foreach (var (name, url) in draft.Repositories)
        {
            var word = KickstartWord.Of(name, "name of a repository");
            yield return $"repo --name={word} --baseurl={KickstartWord.Of(url, "address of a repository")}";
        }
    }

    private static string NetworkLine(KickstartNetwork network)
    {
        var line = new StringBuilder("network --onboot=yes --device=")
            .Append(KickstartWord.Of(network.Device, "network card"));
        if (network.Address is { } address)
        {
            line.Append(" --bootproto=static --ip=").Append(address.Address).Append(" --netmask=").Append(address.Mask);
            if (network.Gateway is { } gateway) line.Append(" --gateway=").Append(gateway);
        }
        else
        {
            line.Append(" --bootproto=dhcp");
        }

        if (network.NameServers.Count > 0) line.Append(" --nameserver=").AppendJoin(',', network.NameServers);
        if (network.HostName is not { } name) return line.ToString();
        if (!Unattended.HostName.IsOne(name)) throw new OptionException($"'{name}' cannot be the name of a machine");
        return line.Append(" --hostname=").Append(name).ToString();
    }

    private static string RootLine(KickstartDraft draft, bool isOld)
    {
        if (draft.RootPasswordHash is { } hash)
            return $"rootpw --iscrypted {KickstartWord.Of(hash, "password of root")}";
        return isOld
            ? throw new OptionException("RHEL 6 cannot lock root out: give root a password")
            : "rootpw --lock";
    }

    private static IEnumerable<string> UserLines(KickstartDraft draft)
    {
        if (draft.User is not { } user) yield break;
        var name = KickstartWord.Of(user.Name, "name of the user");
        var line = new StringBuilder("user --name=").Append(name);
        if (user.IsAdministrator) line.Append(" --groups=wheel");
        if (user.PasswordHash is { } hash)
            line.Append(" --iscrypted --password=").Append(KickstartWord.Of(hash, "password of the user"));
        else
            line.Append(" --lock");
        yield return line.ToString();
        if (user.SshKey is { } key && PostScript.HasSshKeyCommand(draft.Version))
            yield return $"sshkey --username={name} {KickstartWord.Of(key, "public key")}";
    }

    private static string FirewallLine(KickstartDraft draft)
    {
        if (!draft.HasFirewall) return "firewall --disabled";
        List<string> services = ["ssh", .. draft.OpenServices];
        return $"firewall --enabled --service={KickstartWord.Of(string.Join(',', services), "services let in")}";
    }

    private static IEnumerable<string> ServiceLines(KickstartDraft draft)
    {
        List<string> enabled = [.. draft.EnabledServices, .. PackageLines.Services(draft)];
        var line = new StringBuilder("services");
        if (enabled.Count > 0)
            line.Append(" --enabled=").Append(KickstartWord.Of(string.Join(',', enabled), "services"));
        if (draft.DisabledServices.Count > 0)
            line.Append(" --disabled=").Append(KickstartWord.Of(string.Join(',', draft.DisabledServices), "services"));
        if (enabled.Count + draft.DisabledServices.Count > 0) yield return line.ToString();
    }
}
