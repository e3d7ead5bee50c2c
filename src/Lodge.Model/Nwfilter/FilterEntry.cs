using Lodge.Model.Xml;

namespace Lodge.Model.Nwfilter;

/// <summary>What a filter is made of: a rule, or another filter.</summary>
public abstract class FilterEntry
{
    private protected FilterEntry()
    {
    }

    internal abstract void Format(XmlOutput output);
}
