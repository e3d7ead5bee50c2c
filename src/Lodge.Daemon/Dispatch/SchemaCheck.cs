using Lodge.Model.Schema;

namespace Lodge.Daemon.Dispatch;

/// <summary>Holds XML against libvirt's schemas where a call's flags ask for it.</summary>
internal static class SchemaCheck
{
    /// <summary>Checks, if the flag is set.</summary>
    /// <param name="flags">The call's flags.</param>
    /// <param name="flag">The one that asks for the check.</param>
    /// <param name="kind">What the XML is to be.</param>
    /// <param name="xml">The XML.</param>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_XML_INVALID_SCHEMA: it does not fit.</exception>
    public static void WhereAsked<T>(uint flags, T flag, SchemaKind kind, string xml)
        where T : struct, Enum
    {
        if ((flags & Convert.ToUInt32(flag, System.Globalization.CultureInfo.InvariantCulture)) != 0)
        {
            SchemaValidation.Validate(kind, xml);
        }
    }
}
