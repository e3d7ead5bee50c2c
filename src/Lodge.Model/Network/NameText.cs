using Lodge.Protocol.Errors;

namespace Lodge.Model.Networks;

/// <summary>What no name may have in it (<c>virXMLCheckIllegalChars</c>): names become names of files.</summary>
internal static class NameText
{
    public static void Check(string name, char illegal)
    {
        if (name.Contains(illegal, StringComparison.Ordinal))
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_XML_DETAIL, VirErrorDomain.VIR_FROM_XML, $"invalid char in name: {illegal}");
        }
    }
}
