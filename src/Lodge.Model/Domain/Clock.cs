using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>The guest's clock (<c>&lt;clock&gt;</c>).</summary>
public sealed class Clock
{
    /// <summary>What it starts from.</summary>
    public ClockOffset Offset { get; set; }

    /// <summary>Whether the guest's adjustments are forgotten.</summary>
    public bool ResetsAdjustment { get; set; }

    /// <summary>Seconds off the basis.</summary>
    public long Adjustment { get; set; }

    /// <summary>Seconds off the basis at start, in the daemon's notes.</summary>
    public long FirstAdjustment { get; set; }

    /// <summary>What a variable clock counts from.</summary>
    public ClockBasis Basis { get; set; }

    /// <summary>The time zone.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Seconds since 1970 that it starts at.</summary>
    public ulong Start { get; set; }

    /// <summary>The guest's timers.</summary>
    public List<ClockTimer> Timers { get; } = [];

    internal static Clock Parse(Element? element)
    {
        var clock = new Clock();
        if (element is null)
        {
            return clock;
        }

        if (element.Attribute("offset") is { Length: > 0 } word)
        {
            clock.Offset = ClockOffsetNames.Table.TryParse(word, out var offset)
                ? offset
                : throw XmlError.Unsupported($"unknown clock offset '{word}'");
        }

        clock.ParseOffset(element);
        foreach (var timer in element.All("timer"))
        {
            clock.Timers.Add(ClockTimer.Parse(timer));
        }

        return clock;
    }

    internal void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("clock").Attribute("offset", Offset.ToXml());
        switch (Offset)
        {
            case ClockOffset.Utc or ClockOffset.Localtime:
                output.Attribute("adjustment", ResetsAdjustment ? "reset" : null);
                break;
            case ClockOffset.Variable:
                output.Attribute("adjustment", (long?)Adjustment).Attribute("basis", Basis.ToXml())
                    .Attribute(
                        "adjustment0", options.ClockAdjust && FirstAdjustment != 0 ? (long?)FirstAdjustment : null);
                break;
            case ClockOffset.Timezone:
                output.Attribute("timezone", TimeZone);
                break;
            case ClockOffset.Absolute:
                output.Attribute("start", (ulong?)Start);
                break;
        }

        Timers.ForEach(timer => timer.Format(output));
        output.End();
    }

    private void ParseOffset(Element element)
    {
        switch (Offset)
        {
            case ClockOffset.Utc or ClockOffset.Localtime:
                ParseAdjustment(element.Attribute("adjustment"));
                break;
            case ClockOffset.Variable:
                Adjustment = Seconds(element.Attribute("adjustment"));
                FirstAdjustment = Seconds(element.Attribute("adjustment0"));
                if (element.Attribute("basis") is { Length: > 0 } word)
                {
                    Basis = ClockBasisNames.Table.TryParse(word, out var basis)
                        ? basis
                        : throw XmlError.Unsupported($"unknown clock basis '{word}'");
                }

                break;
            case ClockOffset.Timezone:
                TimeZone = element.Attribute("timezone") is { Length: > 0 } zone ? zone : throw XmlError.Domain(
                    VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                    "missing 'timezone' attribute for clock with offset='timezone'");
                break;
            case ClockOffset.Absolute:
                Start = Numbers.TryULong(element.Attribute("start") ?? "", 10, out var start)
                    ? start : throw XmlError.Domain(
                    VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                    "missing 'start' attribute for clock with offset='absolute'");
                break;
        }
    }

    private void ParseAdjustment(string? text)
    {
        if (text is null or "" or "reset")
        {
            ResetsAdjustment = text == "reset";
            return;
        }

        Adjustment = Numbers.TryLong(text, 10, out var seconds)
            ? seconds
            : throw XmlError.Domain($"unknown clock adjustment '{text}'");
        Basis = Offset == ClockOffset.Localtime ? ClockBasis.Localtime : ClockBasis.Utc;
        Offset = ClockOffset.Variable;
    }

    private static long Seconds(string? text) => Numbers.TryLong(text ?? "", 10, out var value) ? value : 0;
}
