using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>What every device has: an alias, a place, and perhaps a turn in the boot order.</summary>
public abstract class Device
{
    private const string UserAliasPrefix = "ua-";
    private const int LongestLoadparm = 8;

    /// <summary>The name that QEMU and users know it by; users' own begin with <c>ua-</c>.</summary>
    public string? Alias { get; set; }

    /// <summary>Where it sits in the guest; null where none is chosen yet.</summary>
    public DeviceAddress? Address { get; set; }

    /// <summary>Its turn when booting, from 1; 0 for none.</summary>
    public uint BootOrder { get; set; }

    /// <summary>What s390 hands to the boot loader.</summary>
    public string? Loadparm { get; set; }

    /// <summary>Its option ROM, where something is said about it.</summary>
    public Rom? Rom { get; set; }

    /// <summary>Its index in ACPI, by which Linux names interfaces; 0 for none.</summary>
    public uint AcpiIndex { get; set; }

    /// <summary>First port of its master that a companion controller serves.</summary>
    public uint? MasterStartPort { get; set; }

    /// <summary>Whether a person chose the alias.</summary>
    public bool HasUserAlias => Alias?.StartsWith(UserAliasPrefix, StringComparison.Ordinal) == true;

    /// <summary>Whether a PCI address is still to be chosen.</summary>
    public bool WantsPciAddress => Address is null or PciAddress { IsEmpty: true };

    internal abstract void Format(XmlOutput output, DomainXmlFormatOptions options);

    internal void ParseInfo(Element element, DomainXmlParseOptions options, bool boot = false, bool rom = false)
    {
        if (element.ChildAttribute("alias", "name") is { } alias && (!options.Inactive || IsUserAlias(alias)))
        {
            Alias = alias;
        }

        if (element.Child("master") is { } master)
        {
            MasterStartPort = master.UInt("startport") ?? 0;
        }

        if (boot && element.Child("boot") is { } order)
        {
            order.Required("order");
            BootOrder = order.UInt("order", nonZero: true) ?? 0;
            Loadparm = ParseLoadparm(order.Attribute("loadparm"));
        }

        if (rom && element.Child("rom") is { } image)
        {
            Rom = Rom.Parse(image);
        }

        AcpiIndex = element.Child("acpi")?.UInt("index", nonZero: true) ?? 0;
        Address = DeviceAddress.Parse(element.Child("address"));
    }

    internal void FormatInfo(XmlOutput output, bool boot = false, bool rom = false)
    {
        if (boot && BootOrder != 0)
        {
            output.Start("boot").Attribute("order", (ulong?)BootOrder).Attribute("loadparm", Loadparm).End();
        }

        if (Alias is not null)
        {
            output.Start("alias").Attribute("name", Alias).End();
        }

        if (MasterStartPort is { } port)
        {
            output.Start("master").Attribute("startport", (ulong?)port).End();
        }

        if (rom)
        {
            Rom?.Format(output);
        }

        if (AcpiIndex != 0)
        {
            output.Start("acpi").Attribute("index", (ulong?)AcpiIndex).End();
        }

        Address?.Format(output);
    }

    internal static string? ParseLoadparm(string? text)
    {
        var name = text?.ToUpperInvariant();
        return name is null ? null
            : name.Length is 0 or > LongestLoadparm ? throw XmlError.Domain(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"loadparm value '{name}' must be between 1 and 8 characters")
            : name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or ' '))
            ? throw XmlError.Domain(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                $"invalid loadparm value '{name}', expecting chars in set of [a-zA-Z0-9.] and blank spaces")
            : name;
    }

    private static bool IsUserAlias(string alias) => alias.StartsWith(UserAliasPrefix, StringComparison.Ordinal)
        && alias.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');
}
