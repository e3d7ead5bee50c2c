namespace Lodge.Cli.Virsh;

/// <summary>Puts virsh's own line before the daemon's reason.</summary>
internal static class FailureText
{
    /// <summary>Awaits a call; if the daemon refuses, fails with the line given and the reason.</summary>
    internal static async Task<T> OrFail<T>(this Task<T> call, string message)
    {
        try
        {
            return await call;
        }
        catch (VirException reason)
        {
            throw new CommandFailure(message, reason);
        }
    }

    /// <inheritdoc cref="OrFail{T}(Task{T}, string)"/>
    internal static async Task OrFail(this Task call, string message)
    {
        try
        {
            await call;
        }
        catch (VirException reason)
        {
            throw new CommandFailure(message, reason);
        }
    }

    /// <summary>
    /// Awaits a list. A daemon that does not know the call is asked for the number of objects, as older ones are;
    /// where it has no such objects either, that is what the user is told.
    /// </summary>
    internal static async Task<T> OrFailListing<T>(
        this ValueTask<T> call, string message, string countMessage, Func<ValueTask<int>> countAsync)
    {
        try
        {
            return await call;
        }
        catch (VirException reason) when (reason.Code == VirErrorNumber.VIR_ERR_NO_SUPPORT)
        {
            await countAsync().OrFail(countMessage);
            throw new CommandFailure(message, reason);
        }
        catch (VirException reason)
        {
            throw new CommandFailure(message, reason);
        }
    }

    /// <inheritdoc cref="OrFail{T}(Task{T}, string)"/>
    internal static Task<T> OrFail<T>(this ValueTask<T> call, string message) => call.AsTask().OrFail(message);

    /// <inheritdoc cref="OrFail{T}(Task{T}, string)"/>
    internal static Task OrFail(this ValueTask call, string message) => call.AsTask().OrFail(message);
}
