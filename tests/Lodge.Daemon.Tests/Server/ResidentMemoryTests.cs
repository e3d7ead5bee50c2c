using Lodge.Daemon.Server;

namespace Lodge.Daemon.Tests.Server;

public sealed class ResidentMemoryTests
{
    [Fact]
    public void Only_parts_of_files_that_cannot_be_written_to_are_given_back()
    {
        var mappings = File.ReadAllLines("/proc/self/maps");
        var found = ResidentMemory.Unchanged();
        Assert.NotEmpty(found);
        foreach (var (start, length) in found)
        {
            var range = $"{start:x}-{start + (nint)length:x} ";
            var line = mappings.SingleOrDefault(mapping => mapping.StartsWith(range, StringComparison.Ordinal));
            Assert.Matches(@"^\S+ r-[-x]p \S+ \S+ [1-9]", line ?? $"{range}is gone");
        }
    }

    [Fact]
    public void Everything_works_as_before_after_a_trim()
    {
        ResidentMemory.Trim();
        Assert.Equal("3.5", 3.5.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotEmpty(Directory.GetFiles("/proc/self"));
    }
}
