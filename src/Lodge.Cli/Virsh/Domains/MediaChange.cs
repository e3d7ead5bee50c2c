using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Domains;

/// <summary><c>change-media</c>: another medium in a CD-ROM or floppy drive.</summary>
internal static class MediaChange
{
    private enum Action
    {
        Eject,
        Insert,
        Update,
    }

    /// <summary>Runs the command.</summary>
    internal static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("eject", "insert");
        arguments.Exclusive("eject", "update");
        arguments.Exclusive("insert", "update");
        arguments.Exclusive("eject", "block");
        var impact = arguments.Impact();
        var source = arguments.Text("source");
        var action = arguments.Has("eject") || (arguments.Has("update") && source is null) ? Action.Eject
            : arguments.Has("insert") ? Action.Insert
            : Action.Update;
        var domain = await shell.DomainAsync(arguments);
        var path = arguments.Needed("path");
        var inactive = impact.HasFlag(VirDomainModificationImpact.VIR_DOMAIN_AFFECT_CONFIG)
            ? VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE
            : 0;
        var disk = DiskSearch.Find(await domain.GetXmlDescAsync(inactive), path, onlyRemovable: true);
        Change(disk, path, source, arguments.Has("block"), action);
        var xml = XmlFormat.Format(disk);
        if (arguments.Has("print-xml"))
        {
            shell.Print(xml);
            return;
        }

        var flags = (VirDomainDeviceModifyFlags)(uint)impact
            | arguments.Flag("force", VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_FORCE);
        var (verb, past) = action switch
        {
            Action.Eject => ("eject", "ejected"),
            Action.Insert => ("insert", "inserted"),
            _ => ("update", "updated"),
        };
        await domain.UpdateDeviceFlagsAsync(xml, flags).OrFail($"Failed to complete action {verb} on media");
        shell.Print($"Successfully {past} media.");
    }

    private static void Change(XElement disk, string path, string? newSource, bool isBlock, Action action)
    {
        if (disk.Get("@device") is not ("cdrom" or "floppy"))
        {
            throw new CommandFailure($"The disk device '{path}' is not removable");
        }

        var source = disk.Element("source");
        if (action == Action.Eject)
        {
            newSource = source is null
                ? throw new CommandFailure($"The disk device '{path}' doesn't have media")
                : null;
            isBlock = false;
        }
        else if (newSource is null)
        {
            throw new CommandFailure("New disk media source was not specified");
        }

        var policy = source?.Attribute("startupPolicy");
        if (source is not null && action == Action.Insert
            && source.GetAny("@file", "@dev", "@dir", "@pool", "@name") is not null)
        {
            throw new CommandFailure($"The disk device '{path}' already has media");
        }

        source?.Remove();
        disk.SetAttributeValue("type", isBlock ? "block" : "file");
        if (newSource is not null)
        {
            var blank = disk.Nodes().OfType<XText>().FirstOrDefault()?.Value ?? "";
            var attribute = new XAttribute(isBlock ? "dev" : "file", newSource);
            var added = policy is null ? new XElement("source", attribute) : new XElement("source", attribute, policy);
            disk.Element("target")!.AddBeforeSelf(added, new XText(blank));
        }
    }
}
