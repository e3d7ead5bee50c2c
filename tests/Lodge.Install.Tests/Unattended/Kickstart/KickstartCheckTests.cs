using Lodge.Install.Unattended.Kickstart;

namespace Lodge.Install.Tests.Unattended.Kickstart;

public sealed class KickstartCheckTests
{
    private const string Whole =
        "lang en_US\nkeyboard us\ntimezone UTC\nrootpw --iscrypted x\nautopart\n%packages\n@core\n%end\n";

    [Fact]
    public void What_an_installation_needs_is_enough() => Assert.Empty(Check(Whole, "RHEL6"));

    [Fact]
    public void What_would_be_asked_for_is_noted()
    {
        var notes = Check("lang en_US\nkeyboard us\ntimezone UTC\n", "RHEL9");

        Assert.Equal(
            ["rootpw", "autopart", "%packages"],
            notes.Select(note => note.Text.Split(' ').First(word => word is "rootpw" or "autopart" or "%packages")));
        Assert.All(notes, note => Assert.Equal((0, KickstartSeverity.Note), (note.Line, note.Severity)));
    }

    [Theory]
    [InlineData("langg en_US\n", 1, "there is no command langg; do you mean lang?")]
    [InlineData("\n# x\ntext --bogus\n", 3, "text does not take --bogus")]
    [InlineData("text\n\npart / --size=x\n", 3, "--size takes a whole number, not 'x'")]
    [InlineData("autopart\npart /\n", 2, "part cannot be used together with autopart")]
    [InlineData("user --name=a\nuser --name=a\n", 2, "there is another user for 'a'")]
    [InlineData("repo --baseurl=x\n", 1, "repo needs --name")]
    [InlineData("%packages\n@core\n", 2, "section %packages has no %end")]
    [InlineData("%pre\ntrue\n%post\ntrue\n%end\n", 3, "section %pre of line 1 has no %end")]
    [InlineData("%pots\nrm -rf /\n%end\ntext\n", 1, "there is no section %pots")]
    [InlineData("%include\n", 1, "%include needs a file")]
    [InlineData("rootpw \"x\n", 1, "No closing quotation")]
    [InlineData("part / --size=1 \\\n  --grow\n", 1, "part does not take \n (a backslash at the end of a line does")]
    [InlineData("bootloader --app=x --loc=nowhere\n", 1, "--location takes one of mbr, partition, none, boot")]
    [InlineData("%ksappend /nowhere/at/all\n", 1, "cannot read '/nowhere/at/all'")]
    [InlineData("", 0, "there is nothing in it")]
    public void A_fault_is_told_with_its_line(string text, int line, string message)
    {
        var fault = Check(text, "RHEL7").First(finding => finding.Severity == KickstartSeverity.Error);

        Assert.Equal(line, fault.Line);
        Assert.StartsWith(message, fault.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("authconfig --enableshadow", "RHEL7", null)]
    [InlineData("authconfig --enableshadow", "RHEL9", KickstartSeverity.Deprecated)]
    [InlineData("authconfig --enableshadow", "RHEL10", KickstartSeverity.Error)]
    [InlineData("timesource --ntp-pool=x", "RHEL8", KickstartSeverity.Error)]
    [InlineData("timesource --ntp-pool=x", "CentOS Stream 9", null)]
    [InlineData("autopart --type=btrfs", "F41", null)]
    [InlineData("autopart --type=btrfs", "rocky9", KickstartSeverity.Error)]
    [InlineData("rdp --username=x", "fedora43", null)]
    [InlineData("vnc", "F43", KickstartSeverity.Deprecated)]
    public void A_command_is_taken_by_the_versions_that_have_it(string line, string version, KickstartSeverity? worst)
    {
        var found = Check(line + "\n", version).Where(finding => finding.Severity > KickstartSeverity.Note);

        Assert.Equal(worst, found.Select(finding => (KickstartSeverity?)finding.Severity).SingleOrDefault());
    }

    [Fact]
    public void Included_files_are_checked_where_asked_for_and_have_lines_of_their_own()
    {
        var folder = Directory.CreateTempSubdirectory("lodge-test-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "more.ks"), "text\nbogus\n");
            var main = Path.Combine(folder, "main.ks");
            File.WriteAllText(main, Whole + "%include more.ks\nbad\n");

            Assert.Equal([10], Errors(KickstartCheck.File(main)).Select(error => error.Line));
            var errors = Errors(KickstartCheck.File(main, follows: true)).ToList();
            Assert.Equal([2, 10], errors.Select(error => error.Line));
            Assert.EndsWith("more.ks", errors[0].File, StringComparison.Ordinal);

            File.WriteAllText(main, $"%include {main}\n");
            Assert.Contains(Errors(KickstartCheck.File(main, follows: true)), error =>
                error.Text.Contains("includes itself", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_version_is_what_the_file_says_of_itself()
    {
        const string Text = "#version=RHEL6\ninteractive\n";

        Assert.Equal("RHEL6", KickstartCheck.VersionOf(Text)?.Name);
        Assert.Empty(Errors(KickstartCheck.Text(Text, "ks.cfg")));
        Assert.NotEmpty(Errors(Check(Text, "RHEL9")));
    }

    [Fact]
    public void Text_that_is_no_utf8_is_refused()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [(byte)'l', 0xff, (byte)'\n']);
            Assert.Contains("UTF-8", Assert.Single(KickstartCheck.File(path)).Text, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<KickstartFinding> Errors(IEnumerable<KickstartFinding> findings) =>
        findings.Where(finding => finding.Severity == KickstartSeverity.Error);

    private static IReadOnlyList<KickstartFinding> Check(string text, string version) =>
        KickstartCheck.Text(text, "ks.cfg", KickstartVersion.Parse(version));
}
