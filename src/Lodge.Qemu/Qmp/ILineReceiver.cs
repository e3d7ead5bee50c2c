namespace Lodge.Qemu.Qmp;

/// <summary>Who takes the lines of a <see cref="JsonLineConnection"/>.</summary>
internal interface ILineReceiver
{
    /// <summary>
    /// Takes one line without its end. The memory is valid only until this returns. An exception closes the connection.
    /// </summary>
    void OnLine(ReadOnlyMemory<byte> line);

    /// <summary>Says, once, that nothing more comes; the cause is null where the other side ended in order.</summary>
    void OnClosed(Exception? cause);
}
