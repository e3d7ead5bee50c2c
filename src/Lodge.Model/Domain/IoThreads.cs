using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Threads that serve disks (<c>&lt;iothreads&gt;</c>, <c>&lt;iothreadids&gt;</c>).</summary>
public sealed class IoThreads
{
    private const uint Most = 1024;

    /// <summary>The threads.</summary>
    public List<IoThread> Threads { get; } = [];

    /// <summary>What holds for QEMU's own thread.</summary>
    public IoThread? Default { get; set; }

    /// <summary>The thread of that number, or null.</summary>
    public IoThread? Find(uint id) => Threads.Find(thread => thread.Id == id);

    internal static IoThreads Parse(Element domain)
    {
        var threads = new IoThreads();
        var count = 0U;
        if (domain.ChildText("iothreads") is { } text && !Numbers.TryUInt(text, 10, out count))
        {
            throw XmlError.Domain($"invalid iothreads count '{text}'");
        }

        if (domain.Child("defaultiothread") is { } usual)
        {
            var thread = IoThread.ParsePool(usual);
            threads.Default = thread.PoolMinimum is null && thread.PoolMaximum is null ? null : thread;
        }

        foreach (var element in domain.Child("iothreadids")?.All("iothread") ?? [])
        {
            var thread = IoThread.Parse(element);
            if (threads.Find(thread.Id) is not null)
            {
                throw XmlError.Domain($"duplicate iothread id '{thread.Id}' found");
            }

            threads.Threads.Add(thread);
        }

        threads.Fill(count);
        return threads;
    }

    internal void Format(XmlOutput output)
    {
        if (Threads.Count > 0)
        {
            output.Text("iothreads", (long?)Threads.Count);
        }

        if (Threads.Exists(
            thread => !thread.Filled || thread.PoolMinimum is not null || thread.PoolMaximum is not null))
        {
            output.Start("iothreadids");
            Threads.ForEach(thread => thread.Format(output));
            output.End();
        }

        output.Start("defaultiothread").Attribute("thread_pool_min", (long?)Default?.PoolMinimum)
            .Attribute("thread_pool_max", (long?)Default?.PoolMaximum).EndUnlessEmpty();
    }

    /// <summary>Gives the threads that are only counted the lowest free numbers.</summary>
    private void Fill(uint count)
    {
        if (count > Most)
        {
            throw XmlError.Unsupported($"iothreads count '{count}' exceeds {Most}");
        }

        for (uint id = 1; Threads.Count < count; id++)
        {
            if (Find(id) is null)
            {
                Threads.Add(new IoThread { Id = id, Filled = true });
            }
        }
    }
}
