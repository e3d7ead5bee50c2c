using Lodge.Model.Xml;

namespace Lodge.Model.Storage;

public sealed partial record StoragePoolDefinition
{
    private const string MountNamespace = "http://libvirt.org/schemas/storagepool/fs/1.0";

    internal void Format(XmlOutput output, StoragePoolUsage usage)
    {
        output.Start("pool").Attribute("type", Type.ToXml());
        output.Attribute("xmlns:fs", MountOptions.Count > 0 ? MountNamespace : null);
        output.Text("name", Name);
        output.Text("uuid", Uuid.ToString());
        Bytes(output, "capacity", usage.Capacity);
        Bytes(output, "allocation", usage.Allocation);
        Bytes(output, "available", usage.Available);
        if (CopyOnWrite is not null)
        {
            output.Start("features").Start("cow").YesNo("state", CopyOnWrite).End().End();
        }

        Source.FormatElement(output, Traits);
        if (!Traits.IsOnNetwork)
        {
            output.Start("target").Text("path", TargetPath);
            Permissions.Format(output);
            output.End();
        }

        if (RefreshAllocation is { } allocation)
        {
            output.Start("refresh").Start("volume")
                .Attribute("allocation", RefreshAllocationNames.Table[allocation]).End().End();
        }

        if (MountOptions.Count > 0)
        {
            output.Start("fs:mount_opts");
            foreach (var option in MountOptions)
            {
                output.Start("fs:option").Attribute("name", option).End();
            }

            output.End();
        }

        output.End();
    }

    private static void Bytes(XmlOutput output, string name, ulong value) =>
        output.Start(name).Attribute("unit", "bytes").EndText(
            value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
