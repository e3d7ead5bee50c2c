using System.Text;
using Lodge.Daemon.Logging;
using Lodge.Daemon.State;
using Lodge.Model.Nwfilter;
using Lodge.Network.Filters;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Filters;

/// <summary>Packet filters on the disk, one <c>NAME.xml</c> each.</summary>
internal sealed class FilterFolder : IDisposable
{
    private const string Ending = ".xml";
    private const string EditCommand = "nwfilter-edit";

    private readonly StateFolder _files;
    private readonly bool _isNew;

    public FilterFolder(string path)
    {
        _isNew = !Directory.Exists(path);
        _files = StateFolder.Open(path);
    }

    /// <summary>Reads every filter; where the folder is new, the stock ones are put there first.</summary>
    public IEnumerable<StoredFilter> Load()
    {
        if (_isNew)
        {
            foreach (var filter in StockFilters.All)
            {
                Write(StoredFilter.Of(filter));
            }
        }

        foreach (var file in _files.Names(Ending).ToList())
        {
            if (Read(file) is { } filter)
                yield return filter;
        }
    }

    /// <summary>Stores a filter; when it returns, it is on the disk.</summary>
    public void Write(StoredFilter filter) => _files.Write(
        filter.Name + Ending, StateFileHeader.Prepend(filter.Name, Encoding.UTF8.GetBytes(filter.Xml), EditCommand));

    /// <summary>Forgets a filter.</summary>
    public void Remove(string name) => _ = _files.Remove(name + Ending);

    /// <inheritdoc/>
    public void Dispose() => _files.Dispose();

    private StoredFilter? Read(string file)
    {
        try
        {
            var definition = NetworkFilter.Parse(File.ReadAllText(_files.PathOf(file)));
            if (definition.Name + Ending != file)
            {
                throw FilterErrors.Failed(
                    $"Network filter config filename '{file}' does not match name '{definition.Name}'");
            }

            var hadUuid = definition.Uuid is not null;
            var filter = StoredFilter.Of(definition);
            if (!hadUuid)
                Write(filter);
            return filter;
        }
        catch (Exception broken) when (broken is VirException or IOException or UnauthorizedAccessException)
        {
            Log.Error($"Network filter file '{file}' is passed over: {broken.Message}");
            return null;
        }
    }
}
