using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Addresses and routes of one end of an interface.</summary>
public sealed class IpConfiguration
{
    /// <summary>The addresses.</summary>
    public List<IpAddress> Addresses { get; } = [];

    /// <summary>The routes.</summary>
    public List<IpRoute> Routes { get; } = [];

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty => Addresses.Count == 0 && Routes.Count == 0;

    internal static IpConfiguration? Parse(Element? element, string owner)
    {
        if (element is null)
        {
            return null;
        }

        var configuration = new IpConfiguration();
        foreach (var child in element.Children)
        {
            switch (child.Name)
            {
                case "ip":
                    configuration.Addresses.Add(IpAddress.Parse(child));
                    break;
                case "route":
                    configuration.Routes.Add(IpRoute.Parse(child, owner));
                    break;
            }
        }

        return configuration.IsEmpty ? null : configuration;
    }

    internal void Format(XmlOutput output)
    {
        foreach (var address in Addresses)
        {
            address.Format(output);
        }

        foreach (var route in Routes)
        {
            route.Format(output);
        }
    }
}
