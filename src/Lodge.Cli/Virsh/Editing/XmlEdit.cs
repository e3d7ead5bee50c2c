namespace Lodge.Cli.Virsh.Editing;

/// <summary>An object's XML that a person edits.</summary>
internal sealed class XmlEdit
{
    /// <summary>Reads it as it is now.</summary>
    internal required Func<ValueTask<string>> ReadAsync { get; init; }

    /// <summary>Writes it back; the second argument asks for validation against the schema.</summary>
    internal required Func<string, bool, ValueTask> WriteAsync { get; init; }

    /// <summary>Writing can validate, and the user may go on without it.</summary>
    internal bool CanValidate { get; init; }
}
