using Lodge.Install.Drafts;
using Lodge.Install.Options.Tables;
using Lodge.Protocol.Errors;

namespace Lodge.Install.Options;

/// <summary>
/// An option that takes many things at once: <c>--disk path=/a,size=5</c>. Most of what it takes goes straight into the
/// XML by its table; what does not is seen to by the option's own class.
/// </summary>
/// <param name="flag">The option (<c>--disk</c>).</param>
/// <param name="at">
/// The element or list (with <c>[]</c>) of the domain that it fills; empty for the domain itself.
/// </param>
/// <param name="subOptions">What it takes, in the order in which it takes effect.</param>
internal class CompoundOption(string flag, string at, SubOption[] subOptions)
{
    /// <summary>The option.</summary>
    public string Flag => flag;

    /// <summary>What it takes.</summary>
    public SubOption[] SubOptions => subOptions;

    /// <summary>Names for values that stand at the beginning without one.</summary>
    public string[] First { get; init; } = [];

    /// <summary>Whether <c>none</c> means that the option says nothing; else its own class sees to it.</summary>
    public bool NoneIsNothing { get; init; } = true;

    private const string EditPrefix = "xpath[";

    /// <summary>Whether it fills an element of which there may be many.</summary>
    public bool IsList => at.EndsWith("[]", StringComparison.Ordinal);

    /// <summary>The list that its elements are in, or the one element that it fills; empty for the domain.</summary>
    public string Place => IsList ? at[..^2] : at;

    /// <summary>Takes an option's text into a plan.</summary>
    /// <exception cref="OptionException">It makes no sense; the plan may hold a part of it.</exception>
    public void Apply(string text, GuestPlan plan) => Run(text, plan, null);

    /// <summary>Takes an option's text into an element that is there already.</summary>
    /// <exception cref="OptionException">It makes no sense; the element may hold a part of it.</exception>
    public void Edit(string text, GuestPlan plan, Draft element) => Run(text, plan, element);

    private void Run(string text, GuestPlan plan, Draft? element)
    {
        if (text.Length == 0 || (NoneIsNothing && text == "none")) return;
        try
        {
            var given = OptionPairs.Read(text, subOptions, First);
            var request = new OptionRequest(text, given, plan) { Element = element ?? Element(plan) };
            if (!Prepare(request)) return;
            Take(request);
            Finish(request);
            if (IsList && !request.IsDropped && !plan.Domain.All(at[..^2]).Contains(request.Element))
                plan.Domain.Add(at[..^2], request.Element);
        }
        catch (Exception failed)
            when (failed is FormatException or OverflowException or ArgumentException or VirException)
        {
            throw new OptionException($"Error: {flag} {text}: {failed.Message}", failed);
        }
    }

    /// <summary>The element whose parts the table's paths name.</summary>
    protected virtual Draft Element(GuestPlan plan) => IsList ? plan.Domain.New(at[..^2]) : plan.Domain;

    /// <summary>Turns what was given into what the table knows; false where nothing is left to do.</summary>
    protected virtual bool Prepare(OptionRequest request) => true;

    /// <summary>Sees to a value that the table has no path for, or that needs more than being put there.</summary>
    /// <returns>False where the table is to see to it.</returns>
    protected virtual bool Set(OptionRequest request, SubOption option, string? value) => false;

    /// <summary>Completes the element once everything is in it.</summary>
    protected virtual void Finish(OptionRequest request)
    {
    }

    // An element of which nothing else is said goes; one that is filled anew stays where it is.
    private void Clear(OptionRequest request)
    {
        if (at.Length == 0) throw new FormatException($"Don't know how to clearxml for {flag}");
        if (IsList) request.Element.Clear();
        else request.Plan.Domain.Clear(at, keep: request.Text.Contains(','));
    }

    private void Take(OptionRequest request)
    {
        foreach (var option in subOptions)
        {
            foreach (var given in request.Given.Keys.ToArray())
            {
                if (option.Matches(given, out var numbers)) Take(request, option, given, numbers);
            }
        }

        if (request.Given.Count > 0)
        {
            var unknown = string.Join(", ", request.Given.Keys.Select(name => $"'{name}'"));
            throw new OptionException($"Unknown {flag} options: [{unknown}]")
            {
                Hint = NearestName.Of(request.Given.Keys.First(), subOptions.Select(option => option.ShownName)),
            };
        }
    }

    private void Take(OptionRequest request, SubOption option, string given, int[] numbers)
    {
        request.Given.Remove(given, out var raw);
        if (raw == "default" && option.Takes.HasFlag(Takes.NothingForDefault)) return;
        var value = OptionValue.Of(option, given, raw);
        if (option.Name.StartsWith(EditPrefix, StringComparison.Ordinal))
        {
            request.Plan.EditOf(IsList ? request.Element : at, numbers.FirstOrDefault())
                .Take(option.Name[(option.Name.LastIndexOf('.') + 1)..], value);
            return;
        }

        if (option == SharedSubOptions.ClearXml)
        {
            if (value == "yes") Clear(request);
            return;
        }

        if (Set(request, option, value) || option.Path is null) return;
        var path = IsList || at.Length == 0 ? option.Path : $"{at}/{option.Path}";
        var (draft, rest) = DraftPath.Find(request.Element, path, numbers, make: true)!.Value;
        if (value is null && option.Form == Form.Presence) draft.Drop(rest);
        else draft[rest] = value;
    }
}
