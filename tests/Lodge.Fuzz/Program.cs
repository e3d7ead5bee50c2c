using System.Globalization;
using Lodge.Fuzz;
using SharpFuzz;

const string Usage = """
    Feeds parsers with broken input.
      Lodge.Fuzz list                             names of the targets
      Lodge.Fuzz run [TARGET|all] [SECONDS] [SEED]  mutated inputs, in this process (default: all, 60 seconds each)
      Lodge.Fuzz replay TARGET FILE…              the inputs of files
      Lodge.Fuzz afl TARGET                       under afl-fuzz, on an instrumented build (SharpFuzz)
      Lodge.Fuzz libfuzzer TARGET                 under libfuzzer-dotnet, on an instrumented build (SharpFuzz)
    """;

switch (args)
{
    case ["list"]:
        Console.WriteLine(string.Join('\n', FuzzTargets.All.Select(target => target.Name)));
        return 0;
    case ["run", .. var rest] when rest.Length <= 3:
        return Run(rest.ElementAtOrDefault(0) ?? "all", Number(rest, 1, 60), Number(rest, 2, Environment.TickCount));
    case ["replay", var name, .. var files] when FuzzTargets.Find(name) is { } target:
        Array.ForEach(files, file => target.Run(File.ReadAllBytes(file)));
        return 0;
    case ["afl", var name] when FuzzTargets.Find(name) is { } target:
        Fuzzer.OutOfProcess.Run(stream =>
        {
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            target.Run(copy.ToArray());
        });
        return 0;
    case ["libfuzzer", var name] when FuzzTargets.Find(name) is { } target:
        Fuzzer.LibFuzzer.Run(target.Run);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static int Run(string name, int seconds, int seed)
{
    var targets = name == "all" ? FuzzTargets.All : FuzzTargets.Find(name) is { } one ? [one] : [];
    if (targets.Count == 0)
    {
        Console.Error.WriteLine($"There is no target '{name}'.");
        return 2;
    }

    // Each target has its own thread and its own time; a broken one does not stop the others.
    var runs = targets
        .Select(target => Task.Run(() => new MutationRun(target, seed).For(TimeSpan.FromSeconds(seconds))));
    return Task.WhenAll(runs).GetAwaiter().GetResult().All(stands => stands) ? 0 : 1;
}

static int Number(string[] texts, int index, int otherwise) =>
    index < texts.Length ? int.Parse(texts[index], CultureInfo.InvariantCulture) : otherwise;
