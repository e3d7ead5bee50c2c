namespace Lodge.Web.Hardware;

/// <summary>How a value is shown and edited.</summary>
public enum FieldShape
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>One of some words; an empty one takes the value away.</summary>
    Choice,

    /// <summary>An attribute of <c>yes</c> and <c>no</c>, or <c>on</c> and <c>off</c>.</summary>
    Switch,

    /// <summary>An element that is there or not.</summary>
    Presence,

    /// <summary>KiB in the description, MiB for people.</summary>
    Mebibytes,

    /// <summary>Only shown.</summary>
    Shown,
}
