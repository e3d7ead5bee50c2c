using System.Diagnostics;
using System.Security.Cryptography;

namespace Lodge.Fuzz;

/// <summary>Runs one target on mutated inputs for a while, in this process, without any instrumentation.</summary>
internal sealed class MutationRun(IFuzzTarget target, int seed)
{
    private const long MemoryMax = 256L << 20;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);

    /// <summary>Runs until the time is over or an input breaks the target.</summary>
    /// <returns>Whether nothing broke.</returns>
    public bool For(TimeSpan duration)
    {
        var seeds = target.Seeds.ToList();
        var mutator = new Mutator(seed);
        var clock = Stopwatch.StartNew();
        var inputs = 0L;
        foreach (var input in seeds)
        {
            if (!Stands(input))
            {
                return false;
            }
        }

        for (; clock.Elapsed < duration; inputs++)
        {
            if (!Stands(mutator.Next(seeds)))
            {
                return false;
            }
        }

        Console.WriteLine(
            $"{target.Name}: {inputs} inputs in {clock.Elapsed.TotalSeconds:F0} s, seed {seed}: nothing broke");
        return true;
    }

    private bool Stands(byte[] input)
    {
        var clock = Stopwatch.StartNew();
        var memory = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            target.Run(input);
        }
        catch (Exception fault)
        {
            return Broke(input, fault.ToString());
        }

        memory = GC.GetAllocatedBytesForCurrentThread() - memory;
        return memory > MemoryMax ? Broke(input, $"took {memory >> 20} MiB")
            : clock.Elapsed <= Slow || Broke(input, $"took {clock.Elapsed}");
    }

    private bool Broke(byte[] input, string why)
    {
        var folder = Path.Combine(Path.GetTempPath(), "lodge-fuzz");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{target.Name}-{Convert.ToHexStringLower(SHA256.HashData(input))[..16]}");
        File.WriteAllBytes(path, input);
        Console.Error.WriteLine($"{target.Name}: broke on {path} ({input.Length} bytes): {why}");
        return false;
    }
}
