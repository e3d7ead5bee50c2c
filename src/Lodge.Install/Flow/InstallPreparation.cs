using Lodge.Install.Defaults;
using Lodge.Install.Drafts;
using Lodge.Install.Facts;
using Lodge.Install.Media;
using Lodge.Install.Options;
using Lodge.Install.Options.Domains;
using Lodge.Install.Options.Methods;
using Lodge.Install.Os;
using Lodge.Install.Plan;

namespace Lodge.Install.Flow;

/// <summary>
/// Turns a request into a guest that is ready to be made: nothing exists of it yet, but pools that its disks lie in,
/// which go again where it cannot be made.
/// </summary>
/// <param name="request">The request.</param>
/// <param name="host">The host that is to run it.</param>
/// <param name="report">Hears what was chosen, and what may not be meant.</param>
internal sealed partial class InstallPreparation(InstallRequest request, IHostFacts host, IInstallReport report)
{
    private const string Methods = "--location URL, --cdrom CD/ISO, --pxe, --import, --boot hd|cdrom|...";

    private static readonly string[] s_first = ["--boot", "--metadata"];

    /// <summary>The operating systems that are known.</summary>
    public OsDatabase Systems { get; init; } = OsDatabase.Default;

    /// <summary>Makes everything ready.</summary>
    /// <exception cref="OptionException">An option makes no sense.</exception>
    /// <exception cref="InstallFailure">The guest cannot be made like this.</exception>
    /// <exception cref="InstallSourceException">It cannot be installed from there.</exception>
    /// <exception cref="FormatException">Parts of it do not fit each other or the host.</exception>
    /// <exception cref="Protocol.Errors.VirException">The server refused, or is gone.</exception>
    public async Task<PreparedInstall> RunAsync(CancellationToken cancellation)
    {
        try
        {
            return await PrepareAsync(cancellation);
        }
        catch
        {
            host.Storage.ForgetMade();
            throw;
        }
    }

    private async Task<PreparedInstall> PrepareAsync(CancellationToken cancellation)
    {
        var plan = Begin();
        var original = request.Reinstalled is null ? null : plan.Domain.ToXml();
        var named = NamedOs();
        if (named is not null) plan.Os = named;
        var place = Place(plan, named);
        var source = place is null ? null : await OpenAsync(plan, place, named, cancellation);
        try
        {
            ChooseOs(plan, named, place, source);
            InjectedKickstart.Refuse(request, plan.Os, report);
            if (request.Reinstalled is null) Describe(plan);
            var unattended = await InstallSeeds.PrepareAsync(request, plan, source, report, cancellation);
            var method = Method(plan, place, source);
            InstallPlan.Complete(plan, method);
            if (request.Reinstalled is null) Check(plan);
            Require(plan, method);
            Warn(plan);
            return new PreparedInstall
            {
                Request = request, Plan = plan, Method = method, Source = source, Unattended = unattended,
                Original = original,
            };
        }
        catch
        {
            if (source is not null) await source.DisposeAsync();
            throw;
        }
    }

    // What the media depend on comes first: kind of machine, and how it boots.
    private GuestPlan Begin()
    {
        if (request.Reinstalled is { } name)
        {
            var there = host.Guests.FirstOrDefault(guest => guest["name"] == name || guest["uuid"] == name)
                ?? throw new InstallFailure(
                    $"Could not find domain '{name}': Domain not found: no domain with matching name '{name}'");
            return new GuestPlan(host) { Domain = Draft.Parse(there.ToXml()), Systems = Systems, IsEdit = true };
        }

        var plan = new GuestPlan(host) { Systems = Systems };
        foreach (var (path, value) in request.Values) plan.Domain[path] = value;
        foreach (var flag in s_first) Apply(plan, flag);
        Machines.SetCapabilities(plan);
        return plan;
    }

    private void Describe(GuestPlan plan)
    {
        if (plan.Domain["name"] is null)
        {
            plan.Domain["name"] = GuestNames.Choose(plan);
            report.Print($"Using default --name {plan.Domain["name"]}");
        }

        foreach (var option in GuestOptions.All)
            if (!s_first.Contains(option.Flag)) Apply(plan, option.Flag);
        foreach (var edit in request.Edits) XmlOption.Apply(edit, plan);
        foreach (var line in ResourceDefaults.Apply(plan, request.HasStorage || plan.IsContainer)) report.Print(line);
    }

    private void Apply(GuestPlan plan, string flag)
    {
        var option = GuestOptions.Find(flag)!;
        foreach (var (given, text) in request.Options)
            if (given == flag) option.Apply(text, plan);
    }

    private void Check(GuestPlan plan)
    {
        foreach (var check in GuestChecks.Of(plan))
        {
            if (request.Checks.IsOn(check.Name))
                throw new InstallFailure(check.Message + CheckOptions.Hint(check.Name));
            if (!check.IsQuiet) report.Warn(check.Message);
        }
    }

    private void Require(GuestPlan plan, InstallMethod method)
    {
        var missing = "";
        if (request.Reinstalled is null)
        {
            if (!ResourceDefaults.HasMemory(plan)) missing += "\n--memory amount in MiB is required";
            if (!plan.IsContainer && !request.HasStorage && plan.Domain.All("devices/disk").Count == 0)
                missing += "\n--disk storage must be specified (override with --disk none)";
        }

        if (!plan.IsContainer && !method.IsGiven) missing += $"\nAn install method must be specified\n({Methods})";
        if (missing.Length > 0) throw new InstallFailure(missing);
    }

    private void Warn(GuestPlan plan)
    {
        if (request.IsNetworkBoot && !GuestChecks.CanBootFromNetwork(plan))
            report.Warn("The guest's network configuration may not support PXE");
        foreach (var line in GuestChecks.Warnings(plan).Concat(plan.Warnings)) report.Warn(line);
    }
}
