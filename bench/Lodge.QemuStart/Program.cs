using Lodge.Qemu.Launcher;
using Lodge.QemuStart;

// How long a guest takes from the decision to start it until its vCPUs run, through the launcher and without it, and
// how long until it is gone again. Publish it (AOT) before measuring: dotnet publish bench/Lodge.QemuStart -c Release
if (LauncherProgram.IsAskedFor(args)) return LauncherProgram.Run(args);

var rounds = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 30;
var folder = Directory.CreateTempSubdirectory("lq-").FullName;
try
{
    var bare = new List<double>();
    var launched = new List<double>();
    var destroyed = new List<double>();
    for (var round = -2; round < rounds; round++)
    {
        var alone = await BareStart.MeasureAsync(folder);
        var (start, destroy) = await LaunchedStart.MeasureAsync(folder);

        // The first rounds warm the caches of the host.
        if (round < 0) continue;
        bare.Add(alone);
        launched.Add(start);
        destroyed.Add(destroy);
    }

    Report("QEMU alone, until it runs", bare);
    Report("through the launcher, until it runs", launched);
    Report("destroy, until it is gone", destroyed);
    Console.WriteLine($"ratio of the medians: {Median(launched) / Median(bare):0.00}");
    return 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static void Report(string what, List<double> values) =>
    Console.WriteLine(
        $"{what,-38} median {Median(values),6:0.0} ms   best {values.Min(),6:0.0}   worst {values.Max(),6:0.0}");
