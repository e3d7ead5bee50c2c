using Lodge.Model.Xml;

namespace Lodge.Model.Nwfilter;

/// <summary>Writing a rule.</summary>
public sealed partial class FilterRule
{
    internal override void Format(XmlOutput output)
    {
        output.Start("rule").Attribute("action", ActionNames[Action]).Attribute("direction", DirectionNames[Direction])
            .Attribute("priority", (long?)Priority).Attribute("statematch", IgnoresState ? "false" : null);
        if (Protocol != RuleProtocol.None)
        {
            FormatFields(output, RuleSchema.Of(Protocol));
        }

        output.End();
    }

    /// <summary>An element for each run of fields that are negated alike.</summary>
    private void FormatFields(XmlOutput output, RuleSchema schema)
    {
        output.Start(schema.Name);
        bool? negated = null;
        foreach (var (field, _) in schema.Fields)
        {
            if (!_fields.TryGetValue(field, out var value))
            {
                continue;
            }

            if (negated is not null && negated != value.IsNegated)
            {
                output.End().Start(schema.Name);
                negated = null;
            }

            if (negated is null && value.IsNegated)
            {
                output.Attribute("match", "no");
            }

            negated = value.IsNegated;
            output.Attribute(RuleSchema.FieldNames[field], FieldWriting.Write(field, value));
        }

        output.End();
    }
}
