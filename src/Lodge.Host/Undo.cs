namespace Lodge.Host;

/// <summary>
/// What to take back when a change of many steps fails half way: each step registers its opposite the moment it is
/// done,
/// and the last done is the first undone.
/// </summary>
public sealed class Undo : IAsyncDisposable
{
    private readonly Stack<Func<ValueTask>> _steps = new();
    private readonly Action<Exception>? _onFailure;

    /// <summary>Starts with nothing to undo.</summary>
    /// <param name="onFailure">Told of a step that could not be undone; the others are undone all the same.</param>
    public Undo(Action<Exception>? onFailure = null) => _onFailure = onFailure;

    /// <summary>Registers the opposite of the step just done.</summary>
    public void Add(Action step) => _steps.Push(() =>
    {
        step();
        return ValueTask.CompletedTask;
    });

    /// <summary>Registers the opposite of the step just done.</summary>
    public void Add(Func<ValueTask> step) => _steps.Push(step);

    /// <summary>All is well: nothing is to be undone any more.</summary>
    public void Commit() => _steps.Clear();

    /// <summary>Undoes what is registered, last first.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_steps.TryPop(out var step))
        {
            try
            {
                await step();
            }
            catch (Exception failure)
            {
                _onFailure?.Invoke(failure);
            }
        }
    }
}
