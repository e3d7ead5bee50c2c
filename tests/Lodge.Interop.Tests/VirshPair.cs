using Lodge.Testing;

namespace Lodge.Interop.Tests;

/// <summary>The stock virsh and ours, given the same lines.</summary>
internal static class VirshPair
{
    private const string Stock = "/usr/bin/virsh";
    private static readonly TimeSpan LongForStock = TimeSpan.FromSeconds(15);

    internal static bool HasStock => File.Exists(Stock);

    /// <summary>Ours: the native one where it was built, else the one beside the tests.</summary>
    internal static (string Program, string[] Before) Ours
    {
        get
        {
            var native = Checkout.ProgramPath("virsh");
            return File.Exists(native)
                ? (native, [])
                : (Path.Combine(AppContext.BaseDirectory, "lodge"), ["virsh"]);
        }
    }

    /// <summary>Runs a line through both.</summary>
    internal static async Task<(ProgramRun Stock, ProgramRun Ours)> RunAsync(string uri, string line)
    {
        string[] words = uri.Length == 0 ? [line] : ["-c", uri, line];
        var (program, before) = Ours;
        var stock = await StockAsync(words);
        var ours = await ProgramRun.OfAsync(program, [.. before, .. words]);
        return (stock, ours);
    }

    // The stock virsh now and then waits for ever for a job that has failed already (save, managedsave, dump).
    private static async Task<ProgramRun> StockAsync(string[] words)
    {
        try
        {
            return await ProgramRun.OfAsync(Stock, words, LongForStock);
        }
        catch (TimeoutException)
        {
            return await ProgramRun.OfAsync(Stock, words);
        }
    }

    /// <summary>Runs words that are cut already through both.</summary>
    internal static async Task<(ProgramRun Stock, ProgramRun Ours)> RunWordsAsync(string[] words, string? input = null)
    {
        var (program, before) = Ours;
        var stock = await ProgramRun.OfAsync(Stock, words, input: input);
        var ours = await ProgramRun.OfAsync(program, [.. before, .. words], input: input);
        return (stock, ours);
    }

    /// <summary>Runs a line through ours alone.</summary>
    internal static Task<ProgramRun> OursAsync(string uri, string line)
    {
        var (program, before) = Ours;
        return ProgramRun.OfAsync(program, [.. before, "-c", uri, line]);
    }
}
