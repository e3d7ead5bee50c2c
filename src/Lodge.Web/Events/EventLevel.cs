namespace Lodge.Web.Events;

/// <summary>How an entry of the log is to be taken.</summary>
public enum EventLevel
{
    /// <summary>Something that just is so.</summary>
    Plain,

    /// <summary>Something that was wanted.</summary>
    Good,

    /// <summary>Something to look after.</summary>
    Warning,

    /// <summary>Something broken.</summary>
    Bad,
}
