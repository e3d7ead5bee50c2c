using System.Globalization;
using Lodge.Model.Xml;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.State;

/// <summary>A status as the text of its file: facts of the run around the live definition.</summary>
internal static class DomainStatusXml
{
    private const string DomainStart = "\n<domain ";
    private const string RootEnd = "</domstatus>";

    /// <summary>Writes a status.</summary>
    public static string Format(DomainStatus status)
    {
        var facts = new XmlOutput()
            .Start("domstatus")
            .Attribute("phase", Word(status.Phase))
            .Attribute("state", Number((int)status.State))
            .Attribute("reason", Number(status.Reason))
            .Attribute("id", Number(status.Id))
            .Attribute("pid", Number(status.ProcessId))
            .Attribute("started", status.StartTime.ToString(CultureInfo.InvariantCulture))
            .Start("run")
            .Attribute("directory", status.Directory)
            .Attribute("monitor", status.MonitorPath)
            .Attribute("log", status.LogPath)
            .Attribute("autodestroy", YesNo(status.IsAutodestroy))
            .Attribute("rebooting", YesNo(status.IsRebooting))
            .End()
            .End()
            .ToString();
        var end = facts.LastIndexOf(RootEnd, StringComparison.Ordinal);
        return $"{facts.AsSpan(0, end).TrimEnd()}\n{status.Xml.TrimEnd()}\n{RootEnd}\n";
    }

    /// <summary>Reads a status.</summary>
    /// <param name="name">The domain's name, from the file's.</param>
    /// <param name="text">The file.</param>
    /// <exception cref="VirException">The text is no status.</exception>
    public static DomainStatus Parse(string name, string text)
    {
        var start = text.IndexOf(DomainStart, StringComparison.Ordinal);
        var end = text.LastIndexOf(RootEnd, StringComparison.Ordinal);
        if (start < 0 || end < start)
            throw Broken(name, "it has no domain in it");
        var root = XmlReading.Read(string.Concat(text.AsSpan(0, start), RootEnd), VirErrorDomain.VIR_FROM_DOMAIN);
        var run = root.Child("run") ?? throw Broken(name, "it says nothing of the run");
        return new DomainStatus
        {
            Name = name,
            Phase = Phase(root.Required("phase")) ?? throw Broken(name, "its phase is none"),
            State = (VirDomainState)(root.Int("state") ?? 0),
            Reason = root.Int("reason") ?? 0,
            Id = root.Int("id") ?? throw Broken(name, "it has no id"),
            ProcessId = root.Int("pid") ?? 0,
            StartTime = root.ULong("started") ?? 0,
            Directory = run.Required("directory"),
            MonitorPath = run.Required("monitor"),
            LogPath = run.Required("log"),
            IsAutodestroy = run.Attribute("autodestroy") == "yes",
            IsRebooting = run.Attribute("rebooting") == "yes",
            Xml = text[(start + 1)..end],
        };
    }

    private static string Word(DomainPhase phase) => phase switch
    {
        DomainPhase.Starting => "starting",
        DomainPhase.Started => "started",
        _ => "stopping",
    };

    private static DomainPhase? Phase(string word) => word switch
    {
        "starting" => DomainPhase.Starting,
        "started" => DomainPhase.Started,
        "stopping" => DomainPhase.Stopping,
        _ => null,
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static VirException Broken(string name, string what) => new(
        VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
        VirErrorDomain.VIR_FROM_DOMAIN,
        $"unexpected status file of domain '{name}': {what}");
}
