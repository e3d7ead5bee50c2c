namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--iothreads</c> takes.</summary>
internal static class IoThreadsSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("iothreads", "iothreads", Form.Whole),
        new("iothreadids.iothread[0-9]*.id", "iothreadids/iothread[]/@id", Form.Whole),
        new("iothreadids.iothread[0-9]*.thread_pool_min", "iothreadids/iothread[]/@thread_pool_min", Form.Whole),
        new("iothreadids.iothread[0-9]*.thread_pool_max", "iothreadids/iothread[]/@thread_pool_max", Form.Whole),
        new("defaultiothread.thread_pool_min", "defaultiothread[]/@thread_pool_min", Form.Whole),
        new("defaultiothread.thread_pool_max", "defaultiothread[]/@thread_pool_max", Form.Whole),
    ];
}
