namespace Lodge.Model.Schema;

/// <summary>
/// Makes patterns in their simplest form, and each only once, so that equal ones are the same and derivatives stay
/// small.
/// </summary>
/// <param name="limit">How many it makes at most, so that no document can take memory without end.</param>
internal sealed class PatternPool(int limit = int.MaxValue)
{
    private readonly Dictionary<(Type Kind, Pattern Left, Pattern Right), Pattern> _known = [];

    public Pattern Choice(Pattern left, Pattern right) =>
        left == Pattern.NotAllowed || Offers(right, left) ? right
        : right == Pattern.NotAllowed || (right == Pattern.Empty && left.IsNullable) ? left
        : Make(left, right, static (left, right) => new ChoicePattern(left, right));

    public Pattern Group(Pattern left, Pattern right) =>
        left == Pattern.NotAllowed || right == Pattern.NotAllowed ? Pattern.NotAllowed
        : left == Pattern.Empty ? right
        : right == Pattern.Empty ? left
        : Make(left, right, static (left, right) => new GroupPattern(left, right));

    public Pattern Interleave(Pattern left, Pattern right) =>
        left == Pattern.NotAllowed || right == Pattern.NotAllowed ? Pattern.NotAllowed
        : left == Pattern.Empty ? right
        : right == Pattern.Empty ? left
        : Make(left, right, static (left, right) => new InterleavePattern(left, right));

    public Pattern After(Pattern inside, Pattern following) =>
        inside == Pattern.NotAllowed || following == Pattern.NotAllowed ? Pattern.NotAllowed
        : Make(inside, following, static (inside, following) => new AfterPattern(inside, following));

    public Pattern OneOrMore(Pattern inner) =>
        inner == Pattern.NotAllowed || inner == Pattern.Empty || inner is OneOrMorePattern ? inner
        : Make(inner, inner, static (inner, _) => new OneOrMorePattern(inner));

    public Pattern Optional(Pattern inner) => inner.IsNullable ? inner : Choice(inner, Pattern.Empty);

    /// <summary>Whether a choice has an alternative already.</summary>
    private static bool Offers(Pattern pattern, Pattern alternative)
    {
        while (pattern is ChoicePattern choice)
        {
            if (choice.Left == alternative)
            {
                return true;
            }

            pattern = choice.Right;
        }

        return pattern == alternative;
    }

    private Pattern Make<T>(Pattern left, Pattern right, Func<Pattern, Pattern, T> make)
        where T : Pattern
    {
        var key = (typeof(T), left, right);
        if (_known.TryGetValue(key, out var pattern))
        {
            return pattern;
        }

        if (_known.Count >= limit)
        {
            throw new SchemaLimitException();
        }

        return _known[key] = make(left, right);
    }
}
