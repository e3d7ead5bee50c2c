namespace Lodge.Host.Validation;

/// <summary>How a check of the host came out.</summary>
public enum CheckLevel
{
    /// <summary>As it should be.</summary>
    Pass,

    /// <summary>Guests of this kind cannot run, or only badly.</summary>
    Fail,

    /// <summary>Guests run, without something that they could have.</summary>
    Warn,

    /// <summary>Nothing to mend; worth knowing.</summary>
    Note,
}
