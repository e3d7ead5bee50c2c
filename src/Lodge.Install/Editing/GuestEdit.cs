using Lodge.Install.Defaults;
using Lodge.Install.Drafts;
using Lodge.Install.Facts;
using Lodge.Install.Flow;
using Lodge.Install.Options;
using Lodge.Install.Options.Methods;
using Lodge.Install.Os;

namespace Lodge.Install.Editing;

/// <summary>One change of a guest that is there already, by one option.</summary>
/// <param name="host">The host that it is on.</param>
/// <param name="request">The change.</param>
internal sealed class GuestEdit(IHostFacts host, EditRequest request)
{
    /// <summary>Makes the change in a copy of a guest.</summary>
    /// <param name="xml">The guest's XML.</param>
    /// <param name="added">Devices made before, which are added as they are; null where they are to be made.</param>
    /// <exception cref="InstallFailure">It makes no sense for this guest.</exception>
    /// <exception cref="OptionException">The option makes no sense.</exception>
    /// <exception cref="FormatException">The XML cannot be read.</exception>
    public EditedGuest Run(string xml, IReadOnlyList<Draft>? added = null)
    {
        var plan = new GuestPlan(host) { Domain = Draft.Parse(xml), IsEdit = request.Action != EditAction.Add };
        var before = plan.Domain.ToXml();
        var devices = request.Action switch
        {
            EditAction.Edit => Edit(plan),
            EditAction.Add => Add(plan, added),
            EditAction.Remove => Remove(plan),
            _ => throw new InvalidOperationException("a device is built, not changed"),
        };
        return new EditedGuest(plan, before, plan.ToXml(), devices);
    }

    /// <summary>Makes devices that are in no guest, for one of an XML, and gives theirs.</summary>
    /// <exception cref="InstallFailure">The option has no XML of its own.</exception>
    /// <exception cref="OptionException">The option makes no sense.</exception>
    public IReadOnlyList<string> Build(string? xml)
    {
        var option = Option($"--build-xml not supported for {request.Flag}");
        if (option.Place.Length == 0) throw new InstallFailure($"--build-xml not supported for {request.Flag}");
        RefuseOs("--build-xml");
        var plan = xml is null ? new GuestPlan(host) : new GuestPlan(host) { Domain = Draft.Parse(xml) };
        if (!option.IsList)
        {
            foreach (var text in request.Texts) option.Apply(text, plan);
            return [.. DraftNode.Of(plan.Domain).All(option.Place).Select(element => element.ToString())];
        }

        var there = plan.Domain.All(option.Place).Count;
        foreach (var text in request.Texts) option.Apply(text, plan);
        List<Draft> made = [.. plan.Domain.All(option.Place).Skip(there)];
        made.ForEach(device => DeviceDefaults.Complete(plan, device));
        return [.. made.Select(device => device.ToXml())];
    }

    private List<Draft> Edit(GuestPlan plan)
    {
        if (request.Os is not null) throw new InstallFailure("--os-variant/--osinfo is not supported with --edit");
        if (request.Flag == "--xml")
        {
            foreach (var text in request.Texts) XmlOption.Apply(text, plan);
            return [];
        }

        var option = Option("");
        if (!option.IsList)
        {
            if (option.Place.Length == 0 && request.Selection is not (null or "1" or "all"))
            {
                throw new InstallFailure(
                    $"'--edit {request.Selection}' doesn't make sense with {request.Flag}, just use empty '--edit'");
            }

            var isNew = option.Place.Length > 0 && !plan.Domain.Has(option.Place);
            foreach (var text in request.Texts) option.Apply(text, plan);
            if (isNew) plan.Domain.Arrange(option.Place);
            return [];
        }

        var devices = new DeviceSearch(plan, option).Find("edit", request.Selection).ToList();
        foreach (var device in devices)
            foreach (var text in request.Texts) option.Edit(text, plan, device);
        return devices;
    }

    private List<Draft> Add(GuestPlan plan, IReadOnlyList<Draft>? added)
    {
        var option = Option("--xml can only be used with --edit");
        if (!option.IsList) throw new InstallFailure($"Cannot use --add-device with {request.Flag}");
        if (request.Os is not null) SetOs(plan);
        if (added is not null)
        {
            foreach (var device in added) plan.Domain.Add(option.Place, Draft.Parse(device.ToXml(), device.Shape));
            return [.. plan.Domain.All(option.Place).TakeLast(added.Count)];
        }

        var there = plan.Domain.All(option.Place).Count;
        foreach (var text in request.Texts) option.Apply(text, plan);
        List<Draft> devices = [.. plan.Domain.All(option.Place).Skip(there)];
        foreach (var device in devices)
        {
            DeviceDefaults.Complete(plan, device);
            device.Arrange();
        }

        return devices;
    }

    private List<Draft> Remove(GuestPlan plan)
    {
        var option = Option("--xml can only be used with --edit");
        if (!option.IsList) throw new InstallFailure($"Cannot use --remove-device with {request.Flag}");
        RefuseOs("--remove-device");
        var devices = new DeviceSearch(plan, option).Find("remove-device", request.Texts[^1]).ToList();
        foreach (var device in devices.ToArray())
        {
            plan.Domain.Remove(option.Place, device);
            if (Twin(plan, device) is not { } twin) continue;
            plan.Domain.Remove("devices/console", twin);
            devices.Add(twin);
        }

        return devices;
    }

    // libvirt shows the first serial port as a console too.
    private static Draft? Twin(GuestPlan plan, Draft device) => device.Shape.Name == "serial"
        && plan.Domain.All("devices/console") is [var first, ..] && first["@type"] == device["@type"]
        && first["target/@type"] is null or "serial" && device.Shape.Name == "serial"
        ? first
        : null;

    private CompoundOption Option(string refusal) =>
        GuestOptions.Find(request.Flag) ?? throw new InstallFailure(refusal);

    private void RefuseOs(string action)
    {
        if (request.Os is not null) throw new InstallFailure($"--os-variant/--osinfo is not supported with {action}");
    }

    private void SetOs(GuestPlan plan)
    {
        var said = OsOptions.Parse(request.Os);
        if ((said.Name ?? said.Id) is not { } name) return;
        plan.Os = name == "generic" ? GuestOs.Generic : OsDatabase.Default.Find(name)
            ?? throw new InstallFailure($"Unknown OS name '{name}'. See `--osinfo list` for valid values.");
    }
}
