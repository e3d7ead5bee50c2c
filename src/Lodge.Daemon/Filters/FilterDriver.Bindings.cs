using System.Collections.Immutable;
using Lodge.Daemon.Logging;
using Lodge.Model.Nwfilter;
using Lodge.Network.Filters.Learning;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Filters;

/// <summary>Filters on ports.</summary>
internal sealed partial class FilterDriver
{
    private readonly Lock _bindingLock = new();
    private ImmutableSortedDictionary<string, StoredBinding> _bindings =
        ImmutableSortedDictionary.Create<string, StoredBinding>(StringComparer.Ordinal);

    /// <summary>Every binding, by port.</summary>
    public IReadOnlyCollection<StoredBinding> Bindings => [.. Volatile.Read(ref _bindings).Values];

    /// <summary>Finds the binding of a port.</summary>
    /// <exception cref="VirException">There is none (VIR_ERR_NO_NWFILTER_BINDING).</exception>
    public StoredBinding FindBinding(string port) =>
        Volatile.Read(ref _bindings).GetValueOrDefault(port) ?? throw FilterErrors.NoBinding(port);

    /// <summary>A binding's text: where rules stand, with the values that they were made with.</summary>
    /// <exception cref="VirException">There is none (VIR_ERR_NO_NWFILTER_BINDING).</exception>
    public string DescribeBinding(string port)
    {
        var binding = FindBinding(port);
        return _engine.HasRules(port) ? binding.WithOwnValues().Format() : binding.Definition.Format();
    }

    /// <summary>Puts back every filter that stood on a port when the last daemon ended.</summary>
    public async Task RestoreAsync()
    {
        if (_bindingFolder is null)
            return;
        Change(bindings => bindings.AddRange(
            _bindingFolder.Load().Select(binding => KeyValuePair.Create(binding.Definition.PortDevice, binding))));
        try
        {
            await _engine.RestoreAsync([.. _bindings.Values.Select(binding => (binding.Definition, binding.Learned))]);
        }
        catch (VirException refused)
        {
            Log.Error($"Packet filters are not back: {refused.Message}");
        }
    }

    /// <summary>Puts a filter on a port.</summary>
    /// <exception cref="VirException">The port has one, there is no such filter, or it cannot be had; nothing is
    /// changed then.</exception>
    public async Task<StoredBinding> BindAsync(FilterBinding definition, CancellationToken cancellation)
    {
        if (_bindingFolder is null)
            throw FilterErrors.Invalid("Can't define NWFilter bindings in session mode");
        var port = definition.PortDevice;
        var binding = new StoredBinding(definition, []);
        Change(bindings => bindings.ContainsKey(port)
            ? throw FilterErrors.Failed($"binding '{port}' already exists")
            : bindings.Add(port, binding));
        try
        {
            await _engine.BindAsync(definition, cancellation: cancellation);
            try
            {
                _bindingFolder.Write(definition);
            }
            catch (VirException)
            {
                await _engine.UnbindAsync(port);
                throw;
            }
        }
        catch
        {
            Change(bindings => bindings.Remove(port));
            throw;
        }

        return binding;
    }

    /// <summary>Takes the filter off a port.</summary>
    /// <exception cref="VirException">It has none (VIR_ERR_NO_NWFILTER_BINDING).</exception>
    public async Task UnbindAsync(string port)
    {
        _ = FindBinding(port);
        await _engine.UnbindAsync(port);
        _bindingFolder!.Remove(port);
        Change(bindings => bindings.Remove(port));
    }

    private void NoteAddresses(string port, IReadOnlyList<LearnedAddress> addresses)
    {
        if (!_bindings.TryGetValue(port, out var binding))
            return;
        Change(bindings =>
            bindings.ContainsKey(port) ? bindings.SetItem(port, binding with { Learned = addresses }) : bindings);
        try
        {
            _bindingFolder!.Write(port, addresses);
        }
        catch (VirException refused)
        {
            Log.Warning($"Addresses learned on '{port}' would be lost with this daemon: {refused.Message}");
        }
    }

    private void Change(
        Func<ImmutableSortedDictionary<string, StoredBinding>, ImmutableSortedDictionary<string, StoredBinding>> change)
    {
        lock (_bindingLock)
        {
            Volatile.Write(ref _bindings, change(_bindings));
        }
    }
}
