namespace Lodge.Cli.Virsh.Sessions;

/// <summary>Files of the user that streams fill or empty.</summary>
internal static class StreamFile
{
    private const int BufferSize = 256 * 1024;

    /// <summary>Writes all that a stream brings to a file; one that this made is gone again when it fails.</summary>
    /// <param name="stream">The stream; it is finished when this returns.</param>
    /// <param name="path">The file.</param>
    /// <param name="texts">What to say when a step fails.</param>
    internal static async Task ReceiveAsync(ClientStream stream, string path, StreamFileTexts texts)
    {
        var isNew = !File.Exists(path);
        var file = Create(path, texts);
        try
        {
            await using (file)
            {
                await CopyAsync(stream, file).OrFail(texts.CannotReceive);
            }

            await stream.FinishAsync().OrFail(texts.CannotClose);
        }
        catch (Exception) when (isNew)
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Sends a whole file into a stream.</summary>
    internal static async Task SendAsync(FileStream file, ClientStream stream, StreamFileTexts texts)
    {
        var buffer = new byte[BufferSize];
        int count;
        while ((count = await file.ReadAsync(buffer)) > 0)
        {
            await stream.WriteAsync(buffer.AsMemory(0, count)).OrFail(texts.CannotSend);
        }

        await stream.FinishAsync().OrFail(texts.CannotClose);
    }

    private static FileStream Create(string path, StreamFileTexts texts)
    {
        try
        {
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure(texts.CannotCreate);
        }
    }

    private static async Task CopyAsync(ClientStream stream, FileStream file)
    {
        while (await stream.ReceiveAsync() is { Kind: not StreamItemKind.End } item)
        {
            if (item.Kind == StreamItemKind.Data)
            {
                await file.WriteAsync(item.Data);
            }
            else
            {
                file.SetLength(file.Position + item.Length);
                file.Position += item.Length;
            }
        }
    }
}
