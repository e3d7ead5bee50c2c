using System.Globalization;
using System.Net;
using System.Text;
using Lodge.Daemon.Logging;
using Lodge.Daemon.State;
using Lodge.Model.Nwfilter;
using Lodge.Network.Filters.Learning;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Filters;

/// <summary>
/// What a daemon that comes after this one must know of filtered ports: <c>PORT.xml</c> is the binding, and
/// <c>PORT.addresses</c> what was learned there, an address and the end of its lease a line. Gone with the next boot.
/// </summary>
internal sealed class BindingFolder(string path) : IDisposable
{
    private const string Ending = ".xml";
    private const string AddressEnding = ".addresses";
    private const string ForEver = "-";

    private readonly StateFolder _files = StateFolder.Open(path, durable: false);

    /// <summary>Reads every binding.</summary>
    public IEnumerable<StoredBinding> Load()
    {
        foreach (var file in _files.Names(Ending).ToList())
        {
            var port = file[..^Ending.Length];
            if (Read(port) is { } binding)
                yield return binding;
        }
    }

    /// <summary>Notes a binding.</summary>
    public void Write(FilterBinding binding) =>
        _files.Write(binding.PortDevice + Ending, Encoding.UTF8.GetBytes(binding.Format()));

    /// <summary>Notes the addresses learned on a port.</summary>
    public void Write(string port, IReadOnlyList<LearnedAddress> addresses)
    {
        var text = new StringBuilder();
        foreach (var (address, expires) in addresses)
        {
            var end = expires?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? ForEver;
            text.Append(CultureInfo.InvariantCulture, $"{address} {end}\n");
        }

        _files.Write(port + AddressEnding, Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Forgets a port.</summary>
    public void Remove(string port)
    {
        _ = _files.Remove(port + Ending);
        _ = _files.Remove(port + AddressEnding);
    }

    /// <inheritdoc/>
    public void Dispose() => _files.Dispose();

    private StoredBinding? Read(string port)
    {
        try
        {
            var binding = FilterBinding.Parse(File.ReadAllText(_files.PathOf(port + Ending)));
            return new StoredBinding(binding, ReadAddresses(port));
        }
        catch (Exception broken) when (broken is VirException or IOException or UnauthorizedAccessException)
        {
            Log.Error($"Filter binding of '{port}' is passed over: {broken.Message}");
            return null;
        }
    }

    private List<LearnedAddress> ReadAddresses(string port)
    {
        var addresses = new List<LearnedAddress>();
        var file = _files.PathOf(port + AddressEnding);
        foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
        {
            if (line.Split(' ') is not [var text, var end] || !IPAddress.TryParse(text, out var address))
            {
                continue;
            }

            if (end == ForEver)
                addresses.Add(new LearnedAddress(address, null));
            else if (long.TryParse(end, CultureInfo.InvariantCulture, out var seconds))
                addresses.Add(new LearnedAddress(address, DateTimeOffset.FromUnixTimeSeconds(seconds)));
        }

        return addresses;
    }
}
