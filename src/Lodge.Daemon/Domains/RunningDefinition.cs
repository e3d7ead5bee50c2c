using System.Runtime.CompilerServices;
using Lodge.Model.Domain;

namespace Lodge.Daemon.Domains;

/// <summary>
/// The definition of a run, which jobs change over some time and the guest's own events change in between: neither
/// loses what the other does.
/// </summary>
/// <param name="definition">What the run begins with.</param>
internal sealed class RunningDefinition(DomainDefinition definition)
{
    private readonly Lock _lock = new();

    // Those that are never published, as their work failed, go by themselves.
    private readonly ConditionalWeakTable<DomainDefinition, List<Action<DomainDefinition>>> _drafts = [];

    private volatile DomainDefinition _current = definition;
    private volatile DomainFacts _facts = DomainFacts.Of(definition);
    private volatile string? _xml;

    /// <summary>The definition as it is now. It is never changed: a change publishes another.</summary>
    public DomainDefinition Current => _current;

    /// <summary>The numbers of the definition that are asked for most.</summary>
    public DomainFacts Facts => _facts;

    /// <summary>The live XML without secrets, as most readers want it; formatted once for each definition.</summary>
    public string Xml
    {
        get
        {
            if (_xml is { } known)
                return known;
            var definition = _current;
            var xml = DomainXml.Format(definition, DomainXmlFormatOptions.Live);
            if (ReferenceEquals(definition, _current))
                _xml = xml;
            return xml;
        }
    }

    /// <summary>
    /// A copy of the definition for a job that takes its time. What the guest itself changes meanwhile is done to the
    /// copy too when <see cref="Publish"/> puts it in place.
    /// </summary>
    public DomainDefinition Draft()
    {
        lock (_lock)
        {
            var draft = _current.Clone();
            _drafts.Add(draft, []);
            return draft;
        }
    }

    /// <summary>Puts a draft in place of the definition, or a definition that nothing was drafted from.</summary>
    public void Publish(DomainDefinition draft)
    {
        lock (_lock)
        {
            if (_drafts.TryGetValue(draft, out var missed))
            {
                _drafts.Remove(draft);
                missed.ForEach(change => change(draft));
            }

            Place(draft);
        }
    }

    /// <summary>Changes a copy of the definition and puts it in place at once.</summary>
    /// <param name="change">May be done to other copies again: it changes nothing but the one it is given.</param>
    public void Change(Action<DomainDefinition> change)
    {
        lock (_lock)
        {
            var next = _current.Clone();
            change(next);
            foreach (var (_, missed) in _drafts)
                missed.Add(change);
            Place(next);
        }
    }

    private void Place(DomainDefinition definition)
    {
        _facts = DomainFacts.Of(definition);
        _current = definition;
        _xml = null;
    }
}
