using Lodge.Protocol;
using Lodge.Protocol.Xdr;

namespace Lodge.Daemon.Server;

/// <summary>A program of the wire that a server speaks.</summary>
internal interface IServerProgram
{
    /// <summary>Its number.</summary>
    uint Number { get; }

    /// <summary>Its version.</summary>
    uint Version { get; }

    /// <summary>What is known of a procedure; null when the program has none of that number.</summary>
    /// <param name="procedure">The number on the wire.</param>
    ProcedureFacts? Find(int procedure);

    /// <summary>The text that refuses a procedure before the connection is open; null when it may come
    /// earlier.</summary>
    /// <param name="procedure">The procedure.</param>
    string? RefusalBeforeOpen(ProcedureFacts procedure);

    /// <summary>Whether a procedure only reads what is in memory, never waits, and so is served where it was
    /// received.</summary>
    /// <param name="procedure">The number on the wire.</param>
    bool IsInline(int procedure);

    /// <summary>Decodes the arguments, calls the procedure, and encodes what it returns.</summary>
    /// <param name="procedure">The number on the wire.</param>
    /// <param name="call">Who calls.</param>
    /// <param name="arguments">The arguments' bytes, read before the method returns.</param>
    /// <param name="reply">Takes the reply's bytes.</param>
    ValueTask InvokeAsync(int procedure, ClientCall call, ReadOnlyMemory<byte> arguments, XdrBuffer reply);
}
