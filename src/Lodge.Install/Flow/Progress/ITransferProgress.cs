namespace Lodge.Install.Flow.Progress;

/// <summary>Is told how far something is that takes a while: one thing at a time, from its start to its end.</summary>
public interface ITransferProgress
{
    /// <summary>Something begins.</summary>
    /// <param name="text">What it is: <c>Allocating 'disk.img'</c>.</param>
    /// <param name="size">How many bytes there are; null where nobody knows.</param>
    void Start(string text, long? size);

    /// <summary>So many bytes are done now.</summary>
    void Update(long done);

    /// <summary>It has ended, well or not.</summary>
    void End();
}
