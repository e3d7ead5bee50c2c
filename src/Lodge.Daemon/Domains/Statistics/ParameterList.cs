using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Domains.Statistics;

/// <summary>Typed parameters in the making.</summary>
internal sealed class ParameterList
{
    private readonly List<TypedParameter> _parameters = [];

    /// <summary>How many there are.</summary>
    public int Count => _parameters.Count;

    /// <summary>Adds a number of 32 bits.</summary>
    public void Add(string name, int value) => Add(name, TypedValue.Of(value));

    /// <summary>Adds a number of 32 bits without sign.</summary>
    public void Add(string name, uint value) => Add(name, TypedValue.Of(value));

    /// <summary>Adds a number of 64 bits.</summary>
    public void Add(string name, long value) => Add(name, TypedValue.Of(value));

    /// <summary>Adds a number of 64 bits without sign.</summary>
    public void Add(string name, ulong value) => Add(name, TypedValue.Of(value));

    /// <summary>Adds a switch.</summary>
    public void Add(string name, bool value) => Add(name, TypedValue.Of(value));

    /// <summary>Adds a text.</summary>
    public void Add(string name, string value) => Add(name, TypedValue.Of(value));

    /// <summary>Adds a number where it is known.</summary>
    public void AddKnown(string name, ulong? value)
    {
        if (value is { } known)
            Add(name, known);
    }

    /// <summary>Leaves room for a number that is known only later.</summary>
    public int Reserve(string name)
    {
        Add(name, 0u);
        return _parameters.Count - 1;
    }

    /// <summary>Fills the room left.</summary>
    public void Fill(int place, uint value) =>
        _parameters[place] = new TypedParameter { Field = _parameters[place].Field, Value = TypedValue.Of(value) };

    /// <summary>All of them, or the first so many.</summary>
    public TypedParameter[] ToArray(int most = int.MaxValue) => [.. _parameters.Take(most)];

    private void Add(string name, TypedValue value) =>
        _parameters.Add(new TypedParameter { Field = name, Value = value });
}
