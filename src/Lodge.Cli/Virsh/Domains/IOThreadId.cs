namespace Lodge.Cli.Virsh.Domains;

/// <summary>The number of an I/O thread.</summary>
internal static class IOThreadId
{
    /// <summary>Reads <c>--id</c>.</summary>
    internal static uint Read(Arguments arguments)
    {
        var id = arguments.Int32("id") ?? 0;
        return id > 0 ? (uint)id : throw new CommandFailure($"Invalid IOThread id value: '{id}'");
    }
}
