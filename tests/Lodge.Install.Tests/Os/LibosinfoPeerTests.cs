using System.Globalization;
using System.Text.Json;
using Lodge.Install.Os;

namespace Lodge.Install.Tests.Os;

/// <summary>Every system of the machine's database reads as libosinfo reads it.</summary>
public sealed class LibosinfoPeerTests(LibosinfoSays libosinfo) : IClassFixture<LibosinfoSays>
{
    // Without what is built in: libosinfo has not got that.
    private static readonly OsDatabase s_database = OsDatabase.Of("/usr/share/osinfo");

    [Fact]
    public void Every_system_has_the_names_devices_resources_and_firmware_that_libosinfo_gives_it()
    {
        var differences = new List<string>();
        foreach (var theirs in Answer("systems").EnumerateArray())
        {
            var id = theirs.GetProperty("id").GetString()!;
            var expected = Facts(theirs);
            if (s_database.FindById(id) is not { } os)
            {
                differences.Add($"{id} is not there");
                continue;
            }

            var ours = Facts(os);
            differences.AddRange(expected
                .Where(fact => ours[fact.Key] != fact.Value)
                .Select(fact => $"{id} {fact.Key}: {ours[fact.Key]} and not {fact.Value}"));
        }

        Assert.Empty(differences);
    }

    [Fact]
    public void Every_short_name_is_found_without_reading_all()
    {
        var database = OsDatabase.Of("/usr/share/osinfo");
        foreach (var theirs in Answer("systems").EnumerateArray())
        {
            foreach (var name in theirs.GetProperty("shortIds").EnumerateArray())
                Assert.Contains(name.GetString(), database.FindByShortId(name.GetString()!)!.ShortIds);
        }
    }

    [Fact]
    public void Media_are_known_by_their_descriptors_as_libosinfo_knows_them()
    {
        var wrong = new List<string>();
        foreach (var medium in Answer("media").EnumerateArray())
        {
            var image = new MediaIdentity(
                Text(medium, "volume-id"), Text(medium, "system-id"), Text(medium, "publisher-id"),
                Text(medium, "application-id"), medium.GetProperty("volume-size").GetInt64(), true);
            var systems = medium.GetProperty("systems").EnumerateArray().Select(name => name.GetString()).ToList();
            var found = s_database.Identify(image)?.Os.ShortId;
            if (!systems.Contains(found)) wrong.Add($"{image}: {found} and not {string.Join(' ', systems)}");
        }

        Assert.Empty(wrong);
    }

    private static Dictionary<string, string?> Facts(JsonElement theirs) => new()
    {
        ["shortIds"] = Join(theirs, "shortIds"),
        ["name"] = Text(theirs, "name"),
        ["version"] = Text(theirs, "version"),
        ["vendor"] = Text(theirs, "vendor"),
        ["family"] = Text(theirs, "family"),
        ["distro"] = Text(theirs, "distro"),
        ["codename"] = Text(theirs, "codename"),
        ["released"] = Text(theirs, "released"),
        ["ends"] = Text(theirs, "ends"),
        ["devices"] = Join(theirs, "devices"),
        ["cards"] = Join(theirs, "cards"),
        ["minimum"] = Join(theirs, "minimum"),
        ["recommended"] = Join(theirs, "recommended"),
        ["maximum"] = Join(theirs, "maximum"),
        ["network"] = Join(theirs, "network"),
        ["firmware"] = Join(theirs, "firmware"),
        ["scripts"] = Join(theirs, "scripts"),
        ["media"] = theirs.GetProperty("media").GetRawText(),
        ["trees"] = Join(theirs, "trees"),
        ["images"] = Join(theirs, "images"),
    };

    private static Dictionary<string, string?> Facts(GuestOs os) => new()
    {
        ["shortIds"] = string.Join(", ", os.ShortIds),
        ["name"] = os.Name,
        ["version"] = os.Version,
        ["vendor"] = os.Vendor,
        ["family"] = os.Family,
        ["distro"] = os.Distro,
        ["codename"] = os.Codename,
        ["released"] = os.ReleaseDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["ends"] = os.EndOfLife?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["devices"] = Sorted(os.DeviceIds),
        ["cards"] = Sorted(os.NetworkModels.Distinct()),
        ["minimum"] = Resources(os, OsResourceKind.Minimum),
        ["recommended"] = Resources(os, OsResourceKind.Recommended),
        ["maximum"] = Resources(os, OsResourceKind.Maximum),
        ["network"] = Resources(os, OsResourceKind.NetworkInstall),
        ["firmware"] = Sorted(os.Firmware.Select(firmware =>
            $"{firmware.Architecture} {firmware.Type} {firmware.IsSupported}")),
        ["scripts"] = Sorted(os.InstallScripts.Select(script => script.Id).Distinct()),
        ["media"] = os.Media.Count.ToString(CultureInfo.InvariantCulture),
        ["trees"] = Sorted(os.Trees.Select(tree => tree.Url ?? "")),
        ["images"] = Sorted(os.Images.Select(image => image.Url ?? "")),
    };

    private static string Resources(GuestOs os, OsResourceKind kind) => Sorted(os.Resources(kind).Select(entry =>
        $"{entry.Architecture} {entry.Ram ?? -1} {entry.Storage ?? -1} {entry.Processors ?? -1} "
        + $"{entry.ProcessorClock ?? -1}"));

    private static string Sorted(IEnumerable<string> values) =>
        string.Join(", ", values.Order(StringComparer.Ordinal));

    private static string Join(JsonElement element, string name) =>
        string.Join(", ", element.GetProperty(name).EnumerateArray().Select(value => value.GetString()));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private JsonElement Answer(string part)
    {
        Assert.SkipUnless(libosinfo.Answer is not null, "libosinfo for Python (gir1.2-libosinfo-1.0) is not installed");
        return libosinfo.Answer.Value.GetProperty(part);
    }
}
