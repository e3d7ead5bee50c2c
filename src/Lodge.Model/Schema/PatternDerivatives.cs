namespace Lodge.Model.Schema;

/// <summary>What is left of a pattern once a piece of a document has been seen: Clark's derivatives.</summary>
internal sealed class PatternDerivatives(PatternPool pool)
{
    private readonly Dictionary<(Pattern, string, string), Pattern> _openings = [];

    /// <summary>After the name of a start tag.</summary>
    public Pattern Open(Pattern pattern, string uri, string name)
    {
        var key = (pattern, uri, name);
        return _openings.TryGetValue(key, out var known) ? known : _openings[key] = pattern switch
        {
            ElementPattern element => element.Name.Contains(uri, name)
                ? pool.After(element.Content, Pattern.Empty) : Pattern.NotAllowed,
            ChoicePattern choice => pool.Choice(Open(choice.Left, uri, name), Open(choice.Right, uri, name)),
            InterleavePattern both => pool.Choice(
                Then(Open(both.Left, uri, name), rest => pool.Interleave(rest, both.Right)),
                Then(Open(both.Right, uri, name), rest => pool.Interleave(both.Left, rest))),
            GroupPattern group => OpenGroup(group, uri, name),
            OneOrMorePattern more => Then(Open(more.Inner, uri, name), rest => pool.Group(rest, pool.Optional(more))),
            AfterPattern after => Then(Open(after.Inside, uri, name), rest => pool.After(rest, after.Following)),
            _ => Pattern.NotAllowed,
        };
    }

    /// <summary>After an attribute.</summary>
    public Pattern Attribute(Pattern pattern, string uri, string name, string value) => pattern switch
    {
        AttributePattern attribute => attribute.Name.Contains(uri, name) && IsValue(attribute.Value, value)
            ? Pattern.Empty : Pattern.NotAllowed,
        AfterPattern after => pool.After(Attribute(after.Inside, uri, name, value), after.Following),
        ChoicePattern choice => pool.Choice(
            Attribute(choice.Left, uri, name, value), Attribute(choice.Right, uri, name, value)),
        GroupPattern group => pool.Choice(
            pool.Group(Attribute(group.Left, uri, name, value), group.Right),
            pool.Group(group.Left, Attribute(group.Right, uri, name, value))),
        InterleavePattern both => pool.Choice(
            pool.Interleave(Attribute(both.Left, uri, name, value), both.Right),
            pool.Interleave(both.Left, Attribute(both.Right, uri, name, value))),
        OneOrMorePattern more => pool.Group(Attribute(more.Inner, uri, name, value), pool.Optional(more)),
        _ => Pattern.NotAllowed,
    };

    /// <summary>After a start tag's end: attributes that are still missing never come.</summary>
    public Pattern Close(Pattern pattern) => pattern switch
    {
        AttributePattern => Pattern.NotAllowed,
        AfterPattern after => pool.After(Close(after.Inside), after.Following),
        ChoicePattern choice => pool.Choice(Close(choice.Left), Close(choice.Right)),
        GroupPattern group => pool.Group(Close(group.Left), Close(group.Right)),
        InterleavePattern both => pool.Interleave(Close(both.Left), Close(both.Right)),
        OneOrMorePattern more => pool.OneOrMore(Close(more.Inner)),
        _ => pattern,
    };

    /// <summary>After text.</summary>
    public Pattern Text(Pattern pattern, string text) => pattern switch
    {
        _ when pattern == Pattern.Text => pattern,
        ValuePattern value => SchemaDataType.Collapse(text) == value.Value ? Pattern.Empty : Pattern.NotAllowed,
        DataPattern data => data.Type.Allows(text) && !(data.Except is { } except && Text(except, text).IsNullable)
            ? Pattern.Empty : Pattern.NotAllowed,
        AfterPattern after => pool.After(Text(after.Inside, text), after.Following),
        ChoicePattern choice => pool.Choice(Text(choice.Left, text), Text(choice.Right, text)),
        GroupPattern group => TextGroup(group, text),
        InterleavePattern both => pool.Choice(
            pool.Interleave(Text(both.Left, text), both.Right), pool.Interleave(both.Left, Text(both.Right, text))),
        OneOrMorePattern more => pool.Group(Text(more.Inner, text), pool.Optional(more)),
        _ => Pattern.NotAllowed,
    };

    /// <summary>After an end tag.</summary>
    public Pattern End(Pattern pattern) => pattern switch
    {
        ChoicePattern choice => pool.Choice(End(choice.Left), End(choice.Right)),
        AfterPattern { Inside.IsNullable: true } after => after.Following,
        _ => Pattern.NotAllowed,
    };

    /// <summary>Either as it was, or after the text: for blanks that may count as nothing.</summary>
    public Pattern PerhapsText(Pattern pattern, string text) => pool.Choice(pattern, Text(pattern, text));

    private bool IsValue(Pattern pattern, string value) =>
        (pattern.IsNullable && string.IsNullOrWhiteSpace(value)) || Text(pattern, value).IsNullable;

    private Pattern OpenGroup(GroupPattern group, string uri, string name)
    {
        var first = Then(Open(group.Left, uri, name), rest => pool.Group(rest, group.Right));
        return group.Left.IsNullable ? pool.Choice(first, Open(group.Right, uri, name)) : first;
    }

    private Pattern TextGroup(GroupPattern group, string text)
    {
        var first = pool.Group(Text(group.Left, text), group.Right);
        return group.Left.IsNullable ? pool.Choice(first, Text(group.Right, text)) : first;
    }

    private Pattern Then(Pattern pattern, Func<Pattern, Pattern> following) => pattern switch
    {
        AfterPattern after => pool.After(after.Inside, following(after.Following)),
        ChoicePattern choice => pool.Choice(Then(choice.Left, following), Then(choice.Right, following)),
        _ => Pattern.NotAllowed,
    };
}
