namespace Lodge.Model.Schema;

/// <summary>What a place in a document may hold, in the terms of RELAX NG's simple syntax.</summary>
/// <param name="isNullable">Whether nothing at all is enough.</param>
internal abstract class Pattern(bool isNullable)
{
    /// <summary>Nothing, and that is enough.</summary>
    public static Pattern Empty { get; } = new EmptyPattern();

    /// <summary>Nothing that could be there is right.</summary>
    public static Pattern NotAllowed { get; } = new NotAllowedPattern();

    /// <summary>Any text.</summary>
    public static Pattern Text { get; } = new TextPattern();

    public bool IsNullable { get; } = isNullable;

    private sealed class EmptyPattern() : Pattern(isNullable: true);

    private sealed class NotAllowedPattern() : Pattern(isNullable: false);

    private sealed class TextPattern() : Pattern(isNullable: true);
}

/// <summary>Either of two.</summary>
internal sealed class ChoicePattern(Pattern left, Pattern right) : Pattern(left.IsNullable || right.IsNullable)
{
    public Pattern Left { get; } = left;

    public Pattern Right { get; } = right;
}

/// <summary>One, then another.</summary>
internal sealed class GroupPattern(Pattern left, Pattern right) : Pattern(left.IsNullable && right.IsNullable)
{
    public Pattern Left { get; } = left;

    public Pattern Right { get; } = right;
}

/// <summary>Both, in any order and mixed.</summary>
internal sealed class InterleavePattern(Pattern left, Pattern right) : Pattern(left.IsNullable && right.IsNullable)
{
    public Pattern Left { get; } = left;

    public Pattern Right { get; } = right;
}

/// <summary>One, as often as one likes.</summary>
internal sealed class OneOrMorePattern(Pattern inner) : Pattern(inner.IsNullable)
{
    public Pattern Inner { get; } = inner;
}

/// <summary>What an open element may still hold, and what may follow it. Only validation makes these.</summary>
internal sealed class AfterPattern(Pattern inside, Pattern following) : Pattern(isNullable: false)
{
    public Pattern Inside { get; } = inside;

    public Pattern Following { get; } = following;
}

/// <summary>An element.</summary>
internal sealed class ElementPattern(NameClass name) : Pattern(isNullable: false)
{
    public NameClass Name { get; } = name;

    /// <summary>What it holds; set once its definitions, which may name the element itself, are read.</summary>
    public Pattern Content { get; set; } = NotAllowed;
}

/// <summary>An attribute.</summary>
internal sealed class AttributePattern(NameClass name, Pattern value) : Pattern(isNullable: false)
{
    public NameClass Name { get; } = name;

    public Pattern Value { get; } = value;
}

/// <summary>Text of a type, and perhaps not some of it.</summary>
internal sealed class DataPattern(SchemaDataType type, Pattern? except) : Pattern(isNullable: false)
{
    public SchemaDataType Type { get; } = type;

    public Pattern? Except { get; } = except;
}

/// <summary>One word.</summary>
internal sealed class ValuePattern(string value) : Pattern(isNullable: false)
{
    public string Value { get; } = value;
}
